import { call } from './ipc/backend';
import type { WatchedFolder } from './ipc/bindings';

const EVERY = 60_000;

/** The folder into which the office saves what it is sent: looked at every minute, and when the window is come back to. */
class Watching {
  folder = $state.raw<WatchedFolder | null>(null);

  async look(): Promise<void> {
    try {
      this.folder = await call('watched_folder');
    } catch {
      // A folder that cannot be looked at now is looked at again in a minute.
    }
  }

  async choose(): Promise<void> {
    const path = await call('choose_report_folder');
    if (path !== null) this.folder = await call('watch_folder', { path });
  }

  async stop(): Promise<void> {
    this.folder = await call('watch_folder', { path: null });
  }

  async see(): Promise<void> {
    await call('see_watched_folder');
    await this.look();
  }

  /** Call it in an effect. */
  follow(): () => void {
    const look = (): void => void this.look();
    look();
    const timer = setInterval(look, EVERY);
    window.addEventListener('focus', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
    };
  }
}

export const watching = new Watching();
