// An address that may change in, what the server last answered to it out; a stale question is dropped.
import { ask, asFault, isAborted, type Fault } from "./ask";

export class Fetched<T> {
  value = $state.raw<T | null>(null);
  fault = $state.raw<Fault | null>(null);
  waiting = $state(false);
  #turn = $state(0);

  /** Must be made while a component is set up. `address` gives null where there is nothing to ask. */
  constructor(address: () => string | null) {
    const wanted = $derived(address());
    $effect(() => {
      const path = wanted;
      void this.#turn;
      if (path === null) return this.#clear();
      const stale = new AbortController();
      void this.#load(path, stale.signal);
      return () => stale.abort();
    });
  }

  again(): void {
    this.#turn += 1;
  }

  #clear(): void {
    this.value = null;
    this.fault = null;
    this.waiting = false;
  }

  async #load(path: string, signal: AbortSignal): Promise<void> {
    this.waiting = true;
    try {
      const answer = await ask<T>(path, signal);
      if (signal.aborted) return;
      this.value = answer;
      this.fault = null;
    } catch (error) {
      if (signal.aborted || isAborted(error)) return;
      this.fault = asFault(error);
      this.value = null;
    }
    this.waiting = false;
  }
}
