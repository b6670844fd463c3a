import { check } from './checked';
import { folderWith } from './files';

export const APP = { Name: 'app', Image: 'nginx:latest' };
export const HOLE = { Ref: 'AWS::NoValue' };

export interface Found {
  readonly details: readonly string[];
  readonly severities: readonly string[];
  readonly notChecked: readonly string[];
  readonly notes: readonly string[];
}

/** Findings on the tags of images, which are either wrong or not. */
export async function tags(templates: Readonly<Record<string, object>>, ...args: readonly string[]): Promise<Found> {
  const { findings, notChecked, notes } = await check(folderWith(templates), '--areas', 'dpl,td', ...args, ...Object.keys(templates));
  const mine = findings.filter(({ id }) => ['dpl-mutable-image-tag', 'td-fargate-size-pair'].includes(id));
  return {
    details: mine.map(({ at, detail }) => `${at.name}: ${detail}`),
    severities: mine.map(({ severity }) => severity),
    notChecked: notChecked.filter(({ id }) => ['dpl-mutable-image-tag', 'td-fargate-size-pair'].includes(id)).map(({ reason }) => reason),
    notes: notes ?? [],
  };
}

export function task(containers: readonly object[], properties: object = {}): object {
  return { Type: 'AWS::ECS::TaskDefinition', Properties: { ContainerDefinitions: containers, ...properties } };
}

export function byStage(parameter: object, ...resources: readonly object[]): object {
  return {
    Parameters: { Stage: { Type: 'String', ...parameter } },
    Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] }, IsDev: { 'Fn::Equals': ['dev', { Ref: 'Stage' }] } },
    Resources: Object.fromEntries(resources.map((resource, at) => [`Task${at}`, resource])),
  };
}

export const onlyIn = (condition: string, item: object) => ({ 'Fn::If': [condition, item, HOLE] });

export const FARGATE = { Cpu: '256', NetworkMode: 'awsvpc', RequiresCompatibilities: ['FARGATE'] };

export const WRONG = { Name: 'agent', Image: 'agent:latest' };
export const APP_1 = { Name: 'app', Image: 'nginx:1' };
