/** Seconds that the tasks of a service need to start and to stop. */
export interface FleetSettings {
  /** From the decision to start a task until it works. */
  readonly startSeconds: number;
  /** Seconds that a stopped task has left to end its work. */
  readonly stopTimeoutSeconds: number;
  /** True if a task protects itself from scale-in while it works. */
  readonly protectsBusyTasks?: boolean;
}

/** A task of the service. */
export interface Task {
  readonly runsFrom: number;
  /** End of its work on the last message, which may be within a second. */
  idleFrom?: number;
  /** End of its work on the current message. */
  busyUntil?: number;
  /** Time at which the current message becomes visible to others again. */
  visibleAgainAt?: number;
  /** Time at which the stopping task is killed. */
  killedAt?: number;
}

/** The tasks of a service. */
export class Fleet {
  /** Times at which the messages of killed tasks become visible again. */
  public readonly interrupted: number[] = [];
  private tasks: Task[];

  public constructor(private readonly settings: FleetSettings, count: number, private readonly random: () => number) {
    this.tasks = Array.from({ length: count }, () => ({ runsFrom: 0 }));
  }

  public get all(): readonly Task[] {
    return this.tasks;
  }

  public running(now: number): readonly Task[] {
    return this.tasks.filter(({ runsFrom }) => runsFrom <= now);
  }

  /** Tasks that accept work. */
  public free(now: number): readonly Task[] {
    return this.running(now).filter(({ busyUntil, killedAt }) => busyUntil === undefined && killedAt === undefined);
  }

  public get busy(): number {
    return this.tasks.filter(({ busyUntil }) => busyUntil !== undefined).length;
  }

  public tick(now: number): void {
    for (const task of this.tasks) {
      if (task.busyUntil !== undefined && task.busyUntil <= now) [task.idleFrom, task.busyUntil] = [task.busyUntil, undefined];
      if (task.killedAt !== undefined && task.killedAt <= now && task.busyUntil !== undefined) this.interrupted.push(task.visibleAgainAt ?? now);
    }
    // One that has nothing to end stops at once.
    this.tasks = this.tasks.filter(({ killedAt, busyUntil }) => killedAt === undefined || (busyUntil !== undefined && killedAt > now));
  }

  /** Starts or stops tasks as the service asks for. ECS doesn't know which of them work, but for those that protect themselves. */
  public adjust(now: number, desiredCount: number): void {
    const staying = this.tasks.filter(({ killedAt }) => killedAt === undefined);
    for (let missing = desiredCount - staying.length; missing > 0; missing--) {
      this.tasks.push({ runsFrom: now + this.settings.startSeconds });
    }
    const open = staying.filter(({ busyUntil }) => !this.settings.protectsBusyTasks || busyUntil === undefined);
    for (let surplus = staying.length - desiredCount; surplus > 0 && open.length > 0; surplus--) {
      const [stopped] = open.splice(Math.floor(this.random() * open.length), 1);
      stopped.killedAt = now + this.settings.stopTimeoutSeconds;
    }
  }
}
