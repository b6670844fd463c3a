import { known, knownOf, Unknown } from '../../src/facts/fact';
import { serviceFacts } from '../../src/facts/service';
import { taskFacts } from '../../src/facts/task';
import { all, defineGotcha, each, evaluate } from '../../src/gotchas/definition';

const words = { title: 'T', consequence: 'rejected', severity: 'error', symptom: 'S.', why: 'W.', rule: 'R.', fix: 'f', docsUrl: 'https://aws.amazon.com/', levels: ['synth'] } as const;

test('a gotcha whose needs are unknown is not checked, with a reason', () => {
  const gotcha = defineGotcha({ ...words, id: 'x-y', subject: 'service', needs: ['desiredCount'], check: () => [{ detail: 'count (1) is wrong' }] });
  expect(evaluate(gotcha, serviceFacts({}, 'an import'))).toEqual({ findings: [], notChecked: ['an import'] });
  expect(evaluate(gotcha, serviceFacts({ desiredCount: undefined }))).toEqual({ findings: [{ detail: 'count (1) is wrong' }], notChecked: [] });
});

test('an unknown part hides nothing else', () => {
  const gotcha = defineGotcha({
    ...words,
    id: 'x-y',
    subject: 'task',
    needs: ['onFargate'],
    reads: ['cpuUnits', 'memoryMiB'],
    check: ({ cpuUnits, memoryMiB }) => all(
      () => [{ detail: `cpu (${known(cpuUnits)}) is wrong` }],
      () => each([1, 2], (item) => [{ detail: `memory (${known(memoryMiB)}) is wrong at ${item}` }]),
    ),
  });
  expect(evaluate(gotcha, taskFacts({ onFargate: true, memoryMiB: 512 }))).toEqual({
    findings: [{ detail: 'memory (512) is wrong at 1' }, { detail: 'memory (512) is wrong at 2' }],
    notChecked: ['not set by the props'],
  });
});

test('a check that breaks is not taken for one that does not know', () => {
  const gotcha = defineGotcha({ ...words, id: 'x-y', subject: 'task', needs: [], check: () => { throw new Error('broken'); } });
  expect(() => evaluate(gotcha, taskFacts())).toThrow('broken');
});

test('knownOf leaves out what is not known', () => {
  expect(knownOf([1, new Unknown('x'), 2])).toEqual([1, 2]);
});
