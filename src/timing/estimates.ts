/** Durations of the tasks themselves, which no template contains. */
export interface Estimates {
  /** From the decision to start a task until its containers run: capacity, network interface, image. */
  readonly startSeconds: number;
  /** From then until the program answers. */
  readonly bootSeconds: number;
  /** From SIGTERM until the program has ended. */
  readonly shutdownSeconds: number;
}

/** A small image on Fargate with a program that starts quickly and minds SIGTERM. */
export const TYPICAL: Estimates = { startSeconds: 30, bootSeconds: 5, shutdownSeconds: 2 };
