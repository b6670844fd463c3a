import { closedEgress } from './closed-egress';
import { containerHealth } from './container-health';
import { costCrashLoop } from './cost-crash-loop';
import { costOversized } from './cost-oversized';
import { dplAlarmUseless } from './dpl-alarm-useless';
import { dplDeploymentFailed } from './dpl-deployment-failed';
import { dplDeploymentFrozen } from './dpl-deployment-frozen';
import { dplHookWaits } from './dpl-hook-waits';
import { dplImageGone } from './dpl-image-gone';
import { dplMutableImageTag } from './dpl-mutable-image-tag';
import { dplNothingToRollBackTo } from './dpl-nothing-to-roll-back-to';
import { dplProtectedTasksBlock } from './dpl-protected-tasks-block';
import { dplTrafficPutBack } from './dpl-traffic-put-back';
import { dplUpdateWithoutRedeploy } from './dpl-update-without-redeploy';
import { ec2AgentDisconnected } from './ec2-agent-disconnected';
import { ec2AgentOutdated } from './ec2-agent-outdated';
import { ec2CapacityProviderFailed } from './ec2-capacity-provider-failed';
import { ec2CapacityTooSmall } from './ec2-capacity-too-small';
import { ec2GroupCannotLaunch } from './ec2-group-cannot-launch';
import { ec2NoInstances } from './ec2-no-instances';
import { endpointPolicies } from './endpoint-policies';
import { expResourceFailed } from './exp-resource-failed';
import { iamInfrastructureRole } from './iam-infrastructure-role-missing';
import { iamTrustPolicy } from './iam-trust-policy';
import { logExecSessionsFail } from './log-exec-sessions-fail';
import { logGroupMissing } from './log-group-missing';
import { logModeDefaultChanged } from './log-mode-default-changed';
import { netAclBlocks } from './net-acl-blocks';
import { netCertificateExpires } from './net-certificate-expires';
import { netGracePeriodMissing } from './net-grace-period-missing';
import { netLoadBalancerFailed } from './net-load-balancer-failed';
import { netSubnetIpExhausted } from './net-subnet-ip-exhausted';
import { netSubnetOrGroupGone } from './net-subnet-or-group-gone';
import { netTargetGroupGone } from './net-target-group-gone';
import { netTargetNotRegistered } from './net-target-not-registered';
import { noTraffic } from './no-traffic';
import { opsContainerEnded } from './ops-container-ended';
import { opsDesiredVsRunning } from './ops-desired-vs-running';
import { opsExecNotUsable } from './ops-exec-not-usable';
import { opsImageOld } from './ops-image-old';
import { opsJobNotSucceeded } from './ops-job-not-succeeded';
import { opsOrphanActiveDeployments } from './ops-orphan-active-deployments';
import { opsScheduleCannotStart } from './ops-schedule-cannot-start';
import { opsServiceDraining } from './ops-service-draining';
import { queDeadLettersWait } from './que-dead-letters-wait';
import { queOldestMessageAges } from './que-oldest-message-ages';
import { scProxyUnhealthy } from './sc-proxy-unhealthy';
import { sclAtMax } from './scl-at-max';
import { sclNoData } from './scl-no-data';
import { sclOrphanedTarget } from './scl-orphaned-target';
import { sclSuspended } from './scl-suspended';
import { sdInstancesDiffer } from './sd-instances-differ';
import { sdNamespaceGone } from './sd-namespace-gone';
import { serviceEvents } from './service-events';
import { simulatedExec, simulatedSecrets, simulatedSessions, simulatedStart } from './simulated-permissions';
import { stackOfService } from './stack';
import { standaloneTasks } from './standalone-tasks';
import { stoEfsUnreachable } from './sto-efs-unreachable';
import { stoppedTasks } from './stopped-tasks';
import { targetHealth } from './target-health';
import { taskConnectivity } from './task-connectivity';
import { tdArchMismatch } from './td-arch-mismatch';
import { tdInactiveRevision } from './td-inactive-or-unpinned-revision';
import { tdSecretReferenceForm } from './td-secret-reference-form';
import type { ClusterView, LiveCheck, RegionView, ServiceView } from '../live-check';

/** Checks of each service: first those that name the broken part, then those of AWS's own reports. */
export const SERVICE_CHECKS: readonly LiveCheck<ServiceView>[] = [
  iamTrustPolicy,
  simulatedStart,
  simulatedSecrets,
  logGroupMissing,
  tdSecretReferenceForm,
  stoEfsUnreachable,
  sdNamespaceGone,
  netTargetGroupGone,
  netLoadBalancerFailed,
  netSubnetOrGroupGone,
  closedEgress,
  sdInstancesDiffer,
  dplTrafficPutBack,
  expResourceFailed,
  dplImageGone,
  tdArchMismatch,
  ec2NoInstances,
  ec2AgentOutdated,
  ec2CapacityTooSmall,
  netSubnetIpExhausted,
  netAclBlocks,
  endpointPolicies,
  stoppedTasks,
  serviceEvents,
  noTraffic,
  targetHealth,
  netTargetNotRegistered,
  containerHealth,
  taskConnectivity,
  scProxyUnhealthy,
  opsContainerEnded,
  netGracePeriodMissing,
  dplNothingToRollBackTo,
  dplDeploymentFailed,
  dplDeploymentFrozen,
  stackOfService,
  opsDesiredVsRunning,
  costCrashLoop,
  dplHookWaits,
  opsServiceDraining,
  dplProtectedTasksBlock,
  dplAlarmUseless,
  sclSuspended,
  sclAtMax,
  queOldestMessageAges,
  sclNoData,
  dplMutableImageTag,
  opsImageOld,
  tdInactiveRevision,
  dplUpdateWithoutRedeploy,
  opsOrphanActiveDeployments,
  opsExecNotUsable,
  simulatedExec,
  simulatedSessions,
  logModeDefaultChanged,
  costOversized,
];

/** Checks of each cluster. */
export const CLUSTER_CHECKS: readonly LiveCheck<ClusterView>[] = [
  ec2AgentDisconnected,
  ec2CapacityProviderFailed,
  sclOrphanedTarget,
  standaloneTasks,
  opsScheduleCannotStart,
  netCertificateExpires,
  ec2GroupCannotLaunch,
  logExecSessionsFail,
  iamInfrastructureRole,
];

/** Checks of each region. */
export const REGION_CHECKS: readonly LiveCheck<RegionView>[] = [opsJobNotSucceeded, queDeadLettersWait];
