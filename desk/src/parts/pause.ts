// Waits until somebody has stopped typing. What waits is dropped once they have gone on to another page.

export class Pause {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private ms: number) {}

  /** Does this after the pause, in place of whatever still waits. */
  after(act: () => void): void {
    const here = location.pathname;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => location.pathname === here && act(), this.ms);
  }
}
