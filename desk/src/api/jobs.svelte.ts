// A job that the server started in, its state until it is over out.
import { coded } from "../address/coded";
import { ask, asFault } from "./ask";
import type { Job } from "./shapes";

const PAUSE_MS = 400;

export class Followed {
  job = $state.raw<Job | null>(null);

  get running(): boolean {
    return this.job?.state === "waiting" || this.job?.state === "running";
  }

  /** Starts what gives a job's id, then asks how it goes until it is over; gives the job as it ended. */
  async follow(start: () => Promise<{ job: string }>): Promise<Job> {
    this.job = { id: "", kind: "", state: "waiting", done: 0, total: null, text: "Starting" };
    try {
      const { job } = await start();
      do {
        this.job = await ask<Job>(`/api/jobs/${coded(job)}`);
        if (this.running) await new Promise((resume) => setTimeout(resume, PAUSE_MS));
      } while (this.running);
    } catch (error) {
      const fault = asFault(error);
      this.job = { ...this.job, state: "failed", error: { what: fault.what, where: fault.where, mend: fault.mend } };
    }
    return this.job;
  }
}
