export type ToastKind = 'done' | 'notice' | 'error';
export type ToastAction = { label: string; run: () => void };
export type Toast = { id: number; kind: ToastKind; text: string; action: ToastAction | null };

const STAYS_MS: Record<ToastKind, number> = { done: 6_000, notice: 6_000, error: 12_000 };
const MOST = 3;

/** Short messages at the foot of the window. The last three stay. */
class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(kind: ToastKind, text: string, action: ToastAction | null = null): number {
    const id = this.#next++;
    for (const old of this.list.slice(0, Math.max(0, this.list.length - MOST + 1))) this.dismiss(old.id);
    this.list.push({ id, kind, text, action });
    this.release(id);
    return id;
  }

  dismiss(id: number): void {
    this.hold(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Stays while the pointer or the focus is on it. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  release(id: number): void {
    const toast = this.list.find((one) => one.id === id);
    if (!toast) return;
    this.hold(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), STAYS_MS[toast.kind]),
    );
  }
}

export const toasts = new Toasts();
