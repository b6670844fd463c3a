import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { cases } from '../../../src/gotchas/scl/scl-at-max.cases';

test('a service at its maximum names the queue whose messages it cannot keep up with', () => {
  const [plain, ofQueue] = cases.map(({ account }) => JSON.stringify(diagnose(account).findings.filter(({ id }) => id === 'scl-at-max')));
  expect(plain).toContain('scaling wants more tasks');
  expect(plain).not.toContain('queue');
  expect(ofQueue).toContain('for the messages of queue jobs, which wait longer and longer');
});
