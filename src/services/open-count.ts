import { CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Lazy, Reference, Stage, Token, Tokenization } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';
import { cfnServiceOf } from '../workload/cfn-service';

/** Services whose number of tasks is not set. */
const OPEN = new WeakSet<ecs.BaseService>();
/** Scalable targets of an app or a stage at the start of its synthesis. */
const TARGETS = new WeakMap<IConstruct, readonly CfnScalableTarget[]>();

/** Leaves the count of a service out of the template where anything scales the service, else sets it. */
export function leaveCountOpen(service: ecs.BaseService, otherwise: number): void {
  const stage = stageOf(service);
  if (!TARGETS.has(stage)) {
    TARGETS.set(stage, []);
    // Once in a synthesis, before anything is written: an app has many services, and nearly all scale by autoScaleTaskCount.
    // The stages of an app are written before the app is validated.
    stage.node.addValidation({
      validate: () => {
        TARGETS.set(stage, stage.node.findAll().filter((node) => CfnScalableTarget.isCfnScalableTarget(node)));
        return [];
      },
    });
  }
  OPEN.add(service);
  // A cached value would be the one that is produced before the validation.
  cfnServiceOf(service).desiredCount = Lazy.uncachedNumber({ produce: () => (isScaled(service) ? undefined : otherwise) });
}

/** Returns true if the number of tasks of a service is not set. */
export function isOpenCount(service: ecs.BaseService): boolean {
  return OPEN.has(service);
}

/** Returns true if anything scales the service, by `autoScaleTaskCount` or by a scalable target of its own. */
export function isScaled(service: ecs.BaseService): boolean {
  if (service.node.tryFindChild('TaskCount')) return true;
  return (TARGETS.get(stageOf(service)) ?? []).some((target) => scales(target, cfnServiceOf(service)));
}

function stageOf(service: ecs.BaseService): IConstruct {
  return Stage.of(service) ?? service.node.root;
}

function scales(target: CfnScalableTarget, service: ecs.CfnService): boolean {
  const { resourceId, serviceNamespace } = target;
  if (serviceNamespace !== 'ecs') return false;
  const tokens = Token.isUnresolved(resourceId) ? Tokenization.reverseString(resourceId).tokens : [];
  if (tokens.some((token) => Reference.isReference(token) && token.target === service)) return true;
  // The reference may be within a function, as in Fn.join.
  const { stack } = target;
  if (tokens.length > 0 && stack === service.stack && refersTo(stack.resolve(resourceId), stack.resolve(service.logicalId))) return true;
  const { serviceName } = service;
  return serviceName !== undefined && !Token.isUnresolved(serviceName) && resourceId.endsWith(`/${serviceName}`);
}

function refersTo(value: unknown, logicalId: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { Ref, 'Fn::GetAtt': attribute } = value as Record<string, unknown>;
  if (Ref === logicalId || (Array.isArray(attribute) && attribute[0] === logicalId)) return true;
  return Object.values(value).some((part) => refersTo(part, logicalId));
}
