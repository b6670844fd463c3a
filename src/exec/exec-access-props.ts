import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { IEcsWorkload } from '../workload/ecs-workload';

/**
 * Properties of an ExecAccess.
 */
export interface ExecAccessProps {
  /**
   * The service in whose containers sessions are opened. Its task role must be a role of this app.
   */
  readonly service: IEcsWorkload;

  /**
   * The roles, users and groups that can open sessions.
   */
  readonly allow: iam.IGrantable[];

  /**
   * The names of the containers in which they can open sessions.
   *
   * @default - the main container
   */
  readonly containers?: string[];

  /**
   * True if the containers keep their read-only root file system. The directories that the agent of ECS Exec writes to are volumes then.
   *
   * AWS documents ECS Exec on a read-only root file system as unsupported. Users report that it works with these directories.
   *
   * @default false
   * @see https://github.com/aws/containers-roadmap/issues/1359
   */
  readonly readonlyRoot?: boolean;

  /**
   * A topic that gets a message for each session: who opened it, when, in which task, and with which command.
   *
   * The message is the event of CloudTrail, for every service of the cluster: the event does not name the service. The account needs a
   * trail that logs management events. A topic with a customer key must let `events.amazonaws.com` use that key.
   *
   * @default - no messages
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
   */
  readonly onSession?: sns.ITopic;
}
