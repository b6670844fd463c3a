import { GotchaConsequence, GotchaLevel, GotchaSeverity } from '../../src/gotchas/gotcha';
import { Gotchas } from '../../src/gotchas/gotchas';

test('lists every gotcha in the order of their ids', () => {
  const ids = Gotchas.all().map(({ id }) => id);
  expect(ids).toContain('net-target-type-mismatch');
  expect(ids).toEqual([...ids].sort());
});

test('describes one gotcha in full', () => {
  expect(Gotchas.byId('cost-fargate-bills-reservation')).toEqual({
    id: 'cost-fargate-bills-reservation',
    title: 'A Fargate task that is bigger than its containers can use',
    consequence: GotchaConsequence.COST,
    severity: GotchaSeverity.WARNING,
    symptom: expect.stringContaining('utilization'),
    why: expect.stringContaining('Fargate bills'),
    rule: expect.stringContaining('`memory`'),
    fix: expect.stringContaining('smaller size'),
    docsUrl: 'https://aws.amazon.com/fargate/pricing/',
    levels: [GotchaLevel.SYNTH],
    designedOut: undefined,
    avoidedBy: undefined,
  });
});

test('fails when the id is not in the catalogue', () => {
  expect(() => Gotchas.byId('EcsGuardrails::dpl')).toThrow('id (EcsGuardrails::dpl) is not in the catalogue');
});
