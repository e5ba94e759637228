import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const onlyBackend = {
  group: ['@tauri-apps/*'],
  message: 'Only src/lib/ipc/backend.ts speaks with the program.',
};

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'dev.local', 'src/lib/ipc/bindings.ts'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-imports': ['error', { patterns: [onlyBackend] }],
      'no-console': 'error',
      // It flags a Map or Set that lives inside of one $derived.by only.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  { files: ['src/lib/ipc/backend.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig },
    },
    rules: {
      // A style attribute breaks the content security policy; `style:left={…}` goes through the DOM and does not.
      'no-restricted-syntax': [
        'error',
        { selector: 'SvelteAttribute[key.name="style"]', message: 'Use a class or style:property={…}.' },
      ],
    },
  },
);
