import { drains } from './queue-peers';

test('a burst of 10,000 messages is drained sooner than by ecs-patterns, and no busy task is removed', () => {
  const [ours, ecsPatterns, copilot] = drains();
  expect(ours.picture.interrupted).toBe(0);
  // 40 tasks need 500 s for the work alone.
  expect(ours.drainSeconds).toBeGreaterThan(500);
  expect(ours.drainSeconds).toBeLessThan(ecsPatterns.drainSeconds!);
  // The number of tasks is two minutes late in the free metrics; the function of Copilot reads it itself.
  expect(ours.drainSeconds! - copilot.drainSeconds!).toBeLessThan(120);
});
