import { drains } from './queue-peers';

test('a burst of 10,000 messages is drained sooner than by ecs-patterns, and no busy task is removed', () => {
  const [ours, ecsPatterns, copilot, withCooldownOfCopilot] = drains();
  expect(ours.picture.interrupted).toBe(0);
  // 40 tasks need 500 s for the work alone.
  expect(ours.drainSeconds).toBeGreaterThan(500);
  expect(ours.drainSeconds).toBeLessThan(ecsPatterns.drainSeconds!);
  // The number of tasks is two minutes late in the free metrics; the function of Copilot reads it itself.
  expect(ours.drainSeconds! - copilot.drainSeconds!).toBeLessThan(120);
  // The tasks of the idle queue cost what the cooldown makes of them; the late metrics add seven minutes until the first is removed.
  expect(ours.picture.taskHours).toBeGreaterThan(ecsPatterns.picture.taskHours);
  expect(withCooldownOfCopilot.picture.taskHours).toBeLessThan(ecsPatterns.picture.taskHours);
  expect(withCooldownOfCopilot.picture.taskHours - copilot.picture.taskHours).toBeLessThan(40 * 420 / 3600);
  expect(withCooldownOfCopilot.drainSeconds).toBe(ours.drainSeconds);
});
