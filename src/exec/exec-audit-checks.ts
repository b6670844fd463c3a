import * as ecs from 'aws-cdk-lib/aws-ecs';
import { RemovalPolicy, Stack, Token } from 'aws-cdk-lib/core';
import type { ExecAuditProps } from './exec-audit';
import { checkText } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html';

/** The resource of a cluster that this app defines. */
export function resourceOf(cluster: ecs.ICluster): ecs.CfnCluster {
  return cluster.node.defaultChild as ecs.CfnCluster;
}

/** Throws for a cluster whose configuration is not ours to set, and for properties that exclude each other. */
export function checkExecAudit(at: string, { cluster, logGroup, retention, bucket, bucketPrefix, removalPolicy }: ExecAuditProps): void {
  checkCluster(at, cluster);
  if (removalPolicy === RemovalPolicy.SNAPSHOT) {
    refuse({
      headline: 'removalPolicy is SNAPSHOT, there are no snapshots of log groups and keys',
      at,
      property: 'removalPolicy',
      fix: 'use RemovalPolicy.RETAIN, or RemovalPolicy.DESTROY to delete the record with the stack',
      docs: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
    });
  }
  if (logGroup && retention !== undefined) {
    refuse({
      headline: `retention (${retention}) is set beside logGroup, which has its own`,
      at,
      property: 'retention',
      fix: 'set the retention of the log group itself, or leave out logGroup',
    });
  }
  if (bucketPrefix !== undefined && !bucket) {
    refuse({ headline: `bucketPrefix is ${Token.isUnresolved(bucketPrefix) ? 'a token' : `'${bucketPrefix}'`}, and there is no bucket`, at, property: 'bucketPrefix', fix: 'pass the bucket, or leave out bucketPrefix' });
  }
  checkText(at, 'bucketPrefix', bucketPrefix, /^[\w!.*'()-]+(\/[\w!.*'()-]+)*$/, 'be a prefix of object names without a slash at its ends: audit/exec', DOCS);
}

function checkCluster(at: string, cluster: ecs.ICluster): void {
  if (!(cluster.node?.defaultChild instanceof ecs.CfnCluster)) {
    refuse({
      headline: `cluster (${cluster.node?.path ?? cluster}) is imported, and its configuration belongs to the app that defines it`,
      at,
      property: 'cluster',
      fix: 'define the ExecAudit in that app. ExecAccess of an imported cluster reads its executeCommandConfiguration: ecs.Cluster.fromClusterAttributes(…)',
      docs: DOCS,
    });
  }
  const configuration = Stack.of(cluster).resolve(resourceOf(cluster).configuration) as ecs.CfnCluster.ClusterConfigurationProperty | undefined;
  if (configuration?.executeCommandConfiguration === undefined) return;
  refuse({
    headline: `cluster (${cluster.node.path}) has an executeCommandConfiguration already`,
    at,
    property: 'cluster',
    why: 'A cluster records its sessions in one way, and the ExecAudit would replace the other one without a word.',
    fix: 'leave out executeCommandConfiguration of the cluster, or the ExecAudit',
    docs: DOCS,
  });
}
