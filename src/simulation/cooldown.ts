/** Last scaling activity of a policy, and the seconds for which it counts. */
export class Cooldown {
  private until = -Infinity;
  private before = 0;

  public start(now: number, seconds: number, capacityBefore: number): void {
    // Steps that follow within a cooldown are part of the first.
    if (!this.isOver(now)) return;
    this.until = now + seconds;
    this.before = capacityBefore;
  }

  public isOver(now: number): boolean {
    return now >= this.until;
  }

  /** The count that a further step is reckoned from: tasks that were just added are part of it. */
  public base(now: number, capacity: number): number {
    return this.isOver(now) ? capacity : Math.min(this.before, capacity);
  }
}
