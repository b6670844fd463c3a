import { examineApp, examineInSteps } from '../../src/examination/examine-app';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { hasCheck } from '../../src/gotchas/definition';

const gotchas = catalogue.filter(hasCheck).filter(({ levels }) => levels.includes('synth'));
const task = { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: [{ Name: 'app', Image: 'app:1', Essential: false }] } };

test('an app is examined for all that the catalogue has about its subjects', () => {
  const { subjects, examinations, ok, isAssuming } = examineApp([{ id: 'Shop', body: { Resources: { Task: task } } }], gotchas);
  expect(subjects.map(({ kind }) => kind)).toEqual(['task']);
  const found = examinations.filter(({ outcome }) => outcome.findings.length > 0).map(({ gotcha }) => gotcha.id);
  expect(found).toContain('dep-no-essential');
  expect(ok + examinations.length).toBe(gotchas.filter(({ subject }) => subject === 'task').length);
  expect(isAssuming).toBe(false);
});

test('a parameter that decides a condition makes variants, and a finding names the value that it assumes', () => {
  const body = {
    Parameters: { Stage: { Type: 'String', Default: 'dev' } },
    Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: { Task: { ...task, Properties: { ContainerDefinitions: [{ Name: 'app', Image: 'app:1', Essential: { 'Fn::If': ['IsProd', false, true] } }] } } },
  };
  const { examinations, isAssuming } = examineApp([{ id: 'Shop', body }], gotchas);
  expect(isAssuming).toBe(true);
  const details = examinations.filter(({ gotcha }) => gotcha.id === 'dep-no-essential').flatMap(({ outcome }) => outcome.findings.map(({ detail }) => detail));
  expect(details).toEqual([expect.stringContaining('(when Stage is prod)')]);
});

test('the templates are returned with their loops expanded', () => {
  const Resources = { 'Fn::ForEach::Tasks': ['Name', ['One', 'Two'], { 'Task${Name}': task }] };
  const { expanded, subjects } = examineApp([{ id: 'Shop', body: { Transform: 'AWS::LanguageExtensions', Resources } }], gotchas);
  expect(subjects.map(({ resource }) => resource.logicalId)).toEqual(['TaskOne', 'TaskTwo']);
  expect(expanded.map(({ body }) => Object.keys((body as { readonly Resources: object }).Resources))).toEqual([['TaskOne', 'TaskTwo']]);
});

test('the steps of an examination name the work and end with the same result', () => {
  const sources = [{ id: 'Shop', body: { Resources: { Task: task } } }];
  const steps = examineInSteps(sources, gotchas);
  const names: string[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) names.push(step.value);
  expect(names).toEqual(expect.arrayContaining(['reading templates', 'Task checked']));
  expect(step.value.ok).toBe(examineApp(sources, gotchas).ok);
});
