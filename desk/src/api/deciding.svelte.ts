// A decision in, its place in the log out: what every button that decides shares, with the last one to undo.
import { asFault, send, type Fault } from "./ask";
import { desk } from "./desk.svelte";

export interface Wanted {
  do: "same" | "different" | "accept" | "reject" | "correct" | "undo" | "merge" | "split";
  left?: string | null;
  right?: string | null;
  claim?: string;
  claims?: string[];
  incident?: string;
  corrections?: Record<string, string>;
  number?: number;
}

export class Decider {
  fault = $state.raw<Fault | null>(null);
  said = $state("");
  busy = $state(false);

  /** Sends a decision; gives whether it was taken. */
  async decide(wanted: Wanted, by: string, note: string): Promise<boolean> {
    this.busy = true;
    this.fault = null;
    try {
      const taken = await send<{ number: number }>("/api/decisions", { ...wanted, by, note });
      this.said = `Taken as no. ${taken.number} of the log: ${wanted.do}.`;
      await desk.open();
      return true;
    } catch (error) {
      this.fault = asFault(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
