import { EventField } from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Token, Tokenization, type Duration } from 'aws-cdk-lib/core';
import type { OneOffTask } from './one-off-task';
import { taskOverrides } from './task-overrides';
import type { TaskEventTargetOptions, TaskRunOptions, TaskStartOptions, TaskStateOptions } from './task-run-options';
import { checkKind } from '../checks/check-kind';
import { checkSeconds, checkWholeNumber } from '../checks/arguments';
import { factOf } from '../checks/fact-of';
import type { ContainerFacts } from '../facts/container';
import { known } from '../facts/fact';
import type { TaskFacts } from '../facts/task';
import { enforce, refuse } from '../gotchas/enforce';
import { tdEnvSecretNameClash } from '../gotchas/td/td-env-secret-name-clash';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html';
const RUN_TASK_DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html';
const TARGET_DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html';
const DLQ_DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html';
const STATE_DOCS = 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html';
const MOST_CHARACTERS = 8192;
/** A year, which is the longest execution of a state machine. */
const MOST_SECONDS = 365 * 24 * 60 * 60;
const MOST_RETRIES = 99999999;

/** Throws for a run whose overrides ECS refuses or that can't fit its size. */
export function checkRun(at: string, task: OneOffTask, facts: TaskFacts, options: TaskRunOptions): void {
  const containers = known(facts.containers);
  const name = options.containerName ?? task.mainContainer.containerName;
  const container = containers.find((one) => one.name === name);
  if (!container) {
    return refuse({
      headline: `containerName is ${Token.isUnresolved(name) ? 'a token' : `'${name}'`}, the containers are ${containers.map((one) => one.name as string).join(', ')}`,
      at,
      property: 'containerName',
      fix: 'use the name of a container of the task',
      docs: DOCS,
    });
  }
  if (options.command?.length === 0) {
    refuse({ headline: 'command is empty', at, property: 'command', fix: 'leave out command, or name the words of the command', docs: DOCS });
  }
  checkKind(at, 'size', options.size, 'memoryMiB', 'a FargateSize: FargateSize.of(512, 1024)');
  checkSize(at, facts, options);
  checkSecrets(at, container, options);
  checkLength(at, task, options);
  enforce(at, 'task', {
    ...facts,
    ...options.size ? { cpuUnits: factOf(options.size.cpu), memoryMiB: factOf(options.size.memoryMiB) } : {},
    containers: containers.map((one) => (one === container ? { ...one, environment: variablesOf(options) } : one)),
  });
}

/** Throws for a number of tasks that RunTask doesn't start at once. */
export function checkStart(at: string, { taskCount }: TaskStartOptions): void {
  checkWholeNumber(at, 'taskCount', taskCount, { min: 1, max: 10, unit: 'tasks', docs: RUN_TASK_DOCS });
}

export function checkEventTarget(at: string, options: TaskEventTargetOptions): void {
  checkStart(at, options);
  checkDeadLetters(at, options.deadLetterQueue);
  checkWholeNumber(at, 'retryAttempts', options.retryAttempts, { min: 0, max: 185, docs: TARGET_DOCS });
  checkSeconds(at, 'maxEventAge', options.maxEventAge, { min: 60, max: 86400, docs: TARGET_DOCS });
}

/** Throws for a queue that neither EventBridge nor a state machine can send to. */
export function checkDeadLetters(at: string, queue: sqs.IQueue | undefined): void {
  if (!queue?.fifo) return;
  refuse({
    headline: 'deadLetterQueue is a FIFO queue, it must be a standard queue',
    at,
    property: 'deadLetterQueue',
    why: 'EventBridge sends without a message group, which a FIFO queue refuses.',
    fix: 'use a standard queue',
    docs: DLQ_DOCS,
  });
}

export function checkState(at: string, options: TaskStateOptions): void {
  const { timeout, retries, placementRetries } = options;
  checkNoEventFields(at, options);
  checkTimeout(at, 'timeout', timeout);
  checkWholeNumber(at, 'retries', retries, { min: 0, max: MOST_RETRIES, docs: STATE_DOCS });
  checkWholeNumber(at, 'placementRetries', placementRetries, { min: 0, max: MOST_RETRIES, docs: STATE_DOCS });
}

/** Throws for a field of an event: only the target of a rule replaces it, a state would pass its path on as text. */
function checkNoEventFields(at: string, { command = [], environment = {} }: TaskRunOptions): void {
  const values = [...command.map((word) => ['command', word]), ...Object.entries(environment).map(([name, value]) => [`environment.${name}`, value])];
  for (const [property, value] of values) {
    const field = Tokenization.reverseString(`${value}`).tokens.find((token): token is EventField => token instanceof EventField);
    if (!field) continue;
    refuse({
      headline: `${property} has the field ${field.path} of an event, which a state machine does not replace`,
      at,
      property,
      fix: `use sfn.JsonPath.stringAt('${field.path}'), which reads the input of the execution`,
      docs: STATE_DOCS,
    });
  }
}

/** Throws for a time that a state of a state machine can't have. */
export function checkTimeout(at: string, property: string, timeout: Duration | undefined): void {
  checkSeconds(at, property, timeout, { min: 1, max: MOST_SECONDS, docs: STATE_DOCS });
}

function checkSize(at: string, { onFargate }: TaskFacts, { size }: TaskRunOptions): void {
  if (!size || onFargate !== false) return;
  refuse({
    headline: 'size is set for a run on instances, which have no sizes of Fargate',
    at,
    property: 'size',
    fix: 'leave out size, or run the task on Fargate',
    docs: DOCS,
  });
}

function checkSecrets(at: string, { secrets }: ContainerFacts, { environment = {} }: TaskRunOptions): void {
  const clash = known(secrets).find(({ name }) => typeof name === 'string' && name in environment);
  if (!clash) return;
  refuse({
    headline: `environment (${clash.name as string}) has the name of a secret of the container`,
    gotcha: tdEnvSecretNameClash,
    at,
    property: 'environment',
    fix: `leave out ${clash.name as string}, or rename the variable`,
    docs: DOCS,
  });
}

function checkLength(at: string, { mainContainer }: OneOffTask, options: TaskRunOptions): void {
  const text = JSON.stringify(taskOverrides(options, mainContainer) ?? {});
  if (Token.isUnresolved(text) || text.length <= MOST_CHARACTERS) return;
  refuse({
    headline: `command and environment have ${text.length} characters, ECS accepts overrides of at most ${MOST_CHARACTERS}`,
    at,
    property: 'environment',
    fix: 'put large values in a bucket or a parameter, and pass their name',
    docs: DOCS,
  });
}

function variablesOf({ environment = {} }: TaskRunOptions) {
  return Object.entries(environment).map(([name, value]) => ({ name: factOf(name), value: factOf(value) }));
}
