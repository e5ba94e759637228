import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineConfig({
    plugins: [svelteTesting()],
    test: {
      environment: 'jsdom',
      include: ['src/**/*.test.ts'],
      setupFiles: ['src/test/setup.ts'],
      env: { TZ: 'Asia/Ho_Chi_Minh' },
      // A test that hangs is found all the same; a busy machine is no failure.
      testTimeout: 60_000,
    },
  }),
);
