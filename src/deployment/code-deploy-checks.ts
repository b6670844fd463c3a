import { checkAlarms } from './alarm-names';
import type { CodeDeployDeploymentOptions } from './code-deploy-options';
import { checkMinutes } from '../checks/arguments';

const DOCS = 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BlueInstanceTerminationOption.html';
const TWO_DAYS = 2880;

/** Throws for times that CodeDeploy doesn't take. */
export function checkCodeDeploy(at: string, options: CodeDeployDeploymentOptions): void {
  checkAlarms(at, 'deployment.alarms', options.alarms ?? []);
  checkMinutes(at, 'deployment.terminationWaitTime', options.terminationWaitTime, { min: 0, max: TWO_DAYS, docs: DOCS });
  checkMinutes(at, 'deployment.deploymentApprovalWaitTime', options.deploymentApprovalWaitTime, { min: 0, max: TWO_DAYS, docs: DOCS });
}
