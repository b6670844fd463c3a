import { Lazy, Token } from 'aws-cdk-lib/core';
import { containerFacts } from '../../src/facts/container';
import { taskFacts } from '../../src/facts/task';
import { enforce, refuse } from '../../src/gotchas/enforce';

function task(environment: Readonly<Record<string, string>>) {
  return taskFacts({
    containers: [containerFacts({ name: 'app', environment: Object.entries(environment).map(([name, value]) => ({ name, value })) })],
  });
}

test('fails when a guard is run into, with all a user needs', () => {
  expect(() => enforce('Shop/Api', 'task', task({ AWS_SECRET_ACCESS_KEY: 'x' }))).toThrow([
    'environment (AWS_SECRET_ACCESS_KEY) holds a credential in plain text [sec-secret-in-plain-environment]',
    '  at:   Shop/Api (containers[app].environment.AWS_SECRET_ACCESS_KEY)',
    '  why:  A principal that may describe the task definition reads its environment: in the console, in the template, and in every old revision.',
    '  fix:  keep it in Secrets Manager or SSM Parameter Store and pass it in secrets',
    '  docs: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
  ].join('\n'));
});

test('fails with every guard at once', () => {
  expect(() => enforce('Shop/Api', 'task', task({ AWS_SECRET_ACCESS_KEY: 'x', AWS_ACCESS_KEY_ID: 'y' }))).toThrow(/SECRET_ACCESS_KEY[^]*\n\n.*ACCESS_KEY_ID/);
});

test('lets pass what is only likely, and what is not known', () => {
  expect(() => enforce('Shop/Api', 'task', task({ DB_PASSWORD: 'hunter2' }))).not.toThrow();
  expect(() => enforce('Shop/Api', 'task', taskFacts())).not.toThrow();
});

test('an argument is refused in the same form', () => {
  expect(() => refuse({ headline: 'priority (0) is too low', at: 'Shop/Api', fix: 'set it from 1 to 50000' }))
    .toThrow('priority (0) is too low\n  at:   Shop/Api\n  fix:  set it from 1 to 50000');
});

test('what only the deployment knows is not printed', () => {
  const name = Lazy.string({ produce: () => 'web' });
  const [item] = Token.asList(Lazy.list({ produce: () => ['web'] }));
  expect(() => refuse({ headline: `containers are app, shop-${name}, ${item}`, at: `Shop/${name}`, fix: `leave ${item} out` }))
    .toThrow('containers are app, shop-<token>, <token>\n  at:   Shop/<token>\n  fix:  leave <token> out');
});
