/** Number of times that ECS starts tasks and waits for them until all are new; `undefined`: the deployment never ends. */
export function wavesOf(tasks: number, minHealthyPercent: number, maxHealthyPercent: number): number | undefined {
  // ECS rounds the most tasks it may run down and the fewest up.
  const most = Math.floor(tasks * maxHealthyPercent / 100);
  const fewest = Math.ceil(tasks * minHealthyPercent / 100);
  let [old, fresh, waves] = [tasks, 0, 0];
  while (fresh < tasks) {
    const stopped = Math.max(0, Math.min(old, old + fresh - fewest));
    old -= stopped;
    const started = Math.max(0, Math.min(tasks - fresh, most - old - fresh));
    if (started === 0) return undefined;
    fresh += started;
    waves++;
  }
  return waves;
}
