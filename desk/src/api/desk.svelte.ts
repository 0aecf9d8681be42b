// What every page knows of the ledger that is open: its counts, facets, forms, and whether decisions wait for linking.
import { ask, asFault, remember, send, type Fault } from "./ask";
import { Followed } from "./jobs.svelte";
import type { LedgerFacts } from "./shapes";

class Desk {
  ledger = $state.raw<LedgerFacts | null>(null);
  fault = $state.raw<Fault | null>(null);
  linking = new Followed();

  async open(): Promise<void> {
    try {
      this.ledger = await ask<LedgerFacts>("/api/ledger");
      remember(this.ledger.token);
      this.fault = null;
    } catch (error) {
      this.fault = asFault(error);
    }
  }

  async link(): Promise<void> {
    await this.linking.follow(() => send("/api/link", {}));
    await this.open();
  }

  nameOf(kind: string): string {
    return this.ledger?.facets.kind.find((each) => each.code === kind)?.name ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("-", " ");
  }
}

export const desk = new Desk();
