import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function running(stack: Stack, container: Properties, task: Properties = {}): void {
  service(stack, { TaskDefinition: fargateTask(stack, task, container).ref });
}

function script(text: string): Properties {
  return { Command: ['sh', '-c', text] };
}

const INIT = { LinuxParameters: { InitProcessEnabled: true } };

/** A pipe that another container of the task waits for. */
function before(stack: Stack, Condition: unknown): void {
  const image = 'public.ecr.aws/docker/library/postgres:17';
  running(stack, {}, {
    ContainerDefinitions: [
      { Name: 'create', Image: image, Essential: false, ...script('echo "create database shop" | psql') },
      { Name: 'app', Image: image, DependsOn: [{ ContainerName: 'create', Condition }] },
    ],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a loop in the shell', caught: true, app: (stack) => running(stack, script('while true; do work; sleep 10; done')) },
  { name: 'a pipe', caught: true, app: (stack) => running(stack, script('serve | tee /var/log/app.log')) },
  { name: 'two programs in the background', caught: true, app: (stack) => running(stack, script('serve & consume & wait')) },
  {
    name: 'the entry point is the shell',
    caught: true,
    app: (stack) => running(stack, { EntryPoint: ['/bin/bash', '-lc'], Command: ['until work; do sleep 1; done'] }),
  },
  {
    name: 'a part of the script is known by the deployment only',
    caught: true,
    app: (stack) => running(stack, script(`while true; do poll ${parameter(stack)}; done`)),
  },
  { name: 'another container only waits for its start', caught: true, app: (stack) => before(stack, 'START') },
  { name: 'another container waits for its end', caught: false, app: (stack) => before(stack, 'COMPLETE') },
  { name: 'another container waits for its success', caught: false, app: (stack) => before(stack, 'SUCCESS') },
  { name: 'a parameter is the condition', caught: false, notChecked: true, app: (stack) => before(stack, parameter(stack)) },
  { name: 'there is an init process', caught: false, app: (stack) => running(stack, { ...script('while true; do work; done'), ...INIT }) },
  { name: 'the script handles signals', caught: false, app: (stack) => running(stack, script('trap "exit 0" TERM; while true; do work; done')) },
  { name: 'the shell makes room for the program', caught: false, app: (stack) => running(stack, script('migrate | tee log; exec serve')) },
  { name: 'the shell may make room for the last program', caught: false, app: (stack) => running(stack, script('migrate && serve || exit 1')) },
  { name: 'there is no shell', caught: false, app: (stack) => running(stack, { Command: ['serve', '--port', '80'] }) },
  { name: 'the image decides', caught: false, app: (stack) => running(stack, {}) },
  { name: 'another process is the first of the task', caught: false, app: (stack) => running(stack, script('serve | tee log'), { PidMode: 'task' }) },
  { name: 'no service runs it', caught: false, app: (stack) => void fargateTask(stack, {}, script('while true; do work; done')) },
  { name: 'a parameter is the script', caught: false, notChecked: true, app: (stack) => running(stack, { Command: ['sh', '-c', parameter(stack)] }) },
];
