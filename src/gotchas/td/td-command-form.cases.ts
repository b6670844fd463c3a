import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function runs(stack: Stack, Command: unknown, EntryPoint?: unknown, task: Readonly<Record<string, unknown>> = {}): void {
  fargateTask(stack, task, { Command, EntryPoint });
}

function uses(stack: Stack, Command: unknown): void {
  fargateTask(stack, {}, { Command, Environment: [{ Name: 'HOOK_URL', Value: 'https://example.com' }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the entry point is a line', caught: true, app: (stack) => runs(stack, undefined, ['node server.js']) },
  { name: 'the shell and its option are one element', caught: true, app: (stack) => runs(stack, ['npm start'], ['sh -c']) },
  { name: 'the command is a line', caught: true, consequence: 'risk', app: (stack) => runs(stack, ['npm run start']) },
  { name: 'the command has an operator of a shell', caught: true, consequence: 'risk', app: (stack) => runs(stack, ['apt-get update && exec server']) },
  { name: 'a script of the image has arguments', caught: true, consequence: 'risk', app: (stack) => runs(stack, ['./bin/server --port 80']) },
  { name: 'the shell gets words', caught: true, consequence: 'misbehaves', app: (stack) => runs(stack, ['sh', '-c', 'npm', 'run', 'start']) },
  { name: 'the shell of the entry point gets words', caught: true, consequence: 'misbehaves', app: (stack) => runs(stack, ['npm', 'start'], ['/bin/sh', '-c']) },
  { name: 'the shell of Alpine gets words', caught: true, consequence: 'misbehaves', app: (stack) => runs(stack, ['npm', 'start'], ['/bin/ash', '-ec']) },
  { name: 'an argument is a variable', caught: true, consequence: 'risk', app: (stack) => uses(stack, ['curl', '-XPOST', '$HOOK_URL']) },
  { name: 'an argument has a variable in the form of Kubernetes', caught: true, consequence: 'risk', app: (stack) => uses(stack, ['--url', 'https://$(HOOK_URL)/x']) },
  { name: 'an argument is a variable in braces', caught: true, consequence: 'risk', app: (stack) => uses(stack, ['curl', '${HOOK_URL}']) },
  { name: 'a shell replaces the variable', caught: false, app: (stack) => uses(stack, ['sh', '-c', 'curl -XPOST $HOOK_URL']) },
  { name: 'the program may replace a part in braces', caught: false, app: (stack) => uses(stack, ['java', '-jar', 'app.jar', '--hook=${HOOK_URL}']) },
  { name: 'the variable is none of the container', caught: false, app: (stack) => uses(stack, ['server', '$OTHER']) },
  { name: 'a space is behind the only word', caught: false, app: (stack) => runs(stack, undefined, ['/server ']) },
  {
    name: 'a reference is a part of the script',
    caught: false,
    app: (stack) => runs(stack, ['sh', '-c', { 'Fn::Join': ['', ['/opt/', resource(stack, 'Bucket', 'AWS::S3::Bucket', {}).ref]] }, 'start']),
  },
  { name: 'each word is an element', caught: false, app: (stack) => runs(stack, ['npm', 'run', 'start']) },
  { name: 'a shell runs the line', caught: false, app: (stack) => runs(stack, ['sh', '-c', 'npm run start']) },
  { name: 'the entry point is a shell', caught: false, app: (stack) => runs(stack, ['/bin/sh -c "echo hello"'], ['sh', '-c']) },
  { name: 'the script has arguments of its own', caught: false, app: (stack) => runs(stack, ['sh', '-c', 'exec node "$0" "$@"', 'server.js', '--port', '80']) },
  { name: 'an argument has spaces', caught: false, app: (stack) => runs(stack, ['--name', 'my shop'], ['node', 'server.js']) },
  { name: 'the program of the image takes a line', caught: false, app: (stack) => runs(stack, ['select 1 from dual']) },
  { name: 'it is a command line of Windows', caught: false, app: (stack) => runs(stack, undefined, ['C:\\app\\server.exe --port 80'], { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }) },
  { name: 'a parameter is the command', caught: false, notChecked: true, app: (stack) => runs(stack, [parameter(stack)]) },
];
