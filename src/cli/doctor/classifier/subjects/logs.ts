import { BAD_CERTIFICATE, NO_ANSWER, NO_CREDENTIALS, NO_S3_ARN, NO_SUCH_HOST, NOT_THERE, REFUSED, TOO_MANY } from '../causes';
import { noNameOf, noReason, noTrustIn, noWayTo, throttled } from '../common';
import { actionIn } from '../denied';
import type { Subject } from '../meaning';

const CLOUDWATCH = 'CloudWatch Logs';

/** The configuration of a log router. */
export const FIRELENS: Subject = {
  is: /firelens/i,
  causes: [
    { when: NO_S3_ARN, meaning: { id: 'log-firelens-router', means: 'name the configuration of their log router by an ARN that is none', fix: 'correct the ARN of the file in config-file-value of firelensConfiguration: arn:aws:s3:::bucket/path/to/file.conf' } },
    {
      when: /docker server version|bridge ip/i,
      meaning: {
        id: 'log-firelens-router',
        means: 'have a log router that the agent can\'t set up, since Docker on their instance does not answer it',
        fix: 'restart Docker and then the agent on the instance, or replace it by one of a newer ECS-optimized AMI; outside of firelensConfiguration nothing is wrong',
      },
    },
    { when: NO_ANSWER, meaning: noWayTo('S3, where the configuration of their log router is') },
    { when: REFUSED, meaning: { id: 'log-firelens-router', means: 'may not read the configuration of their log router from S3', fix: 'allow s3:GetObject on the file and s3:GetBucketLocation on its bucket to the execution role' } },
    { when: NOT_THERE, meaning: { id: 'log-firelens-router', means: 'name a configuration of their log router that is not there', fix: 'upload the file to the bucket, or correct config-file-value in firelensConfiguration' } },
  ],
  otherwise: { id: 'log-firelens-router', means: 'have a log router that ECS can\'t set up', fix: 'correct firelensConfiguration as the text of AWS requires' },
};

/** A log driver that sends to another place than CloudWatch. */
export const OTHER_LOGS: Subject = {
  is: /(?:logging|log) driver:? (?:failed to (?:create|initialize) )?(?:splunk|gelf|syslog|journald|gcplogs|logentries|sumo\w*)/i,
  causes: [
    { when: /not enabled|not supported/i, meaning: { id: 'log-driver-not-supported', means: 'have a log driver that is not where they run', fix: 'name a log driver that works on the instances, or set that one up there' } },
    { when: BAD_CERTIFICATE, meaning: noTrustIn('where they log to') },
    { when: NO_SUCH_HOST, meaning: noNameOf('where they log to') },
    { when: NO_ANSWER, meaning: { ...noWayTo('where they log to'), why: 'The log driver connects before the container starts, from the network of the instance or the task.', fix: 'correct the address in the options of the log driver, and allow the way there: routes, security groups and the firewall of the other end' } },
    { when: REFUSED, meaning: { id: 'ops-unknown-stop', means: 'may not write to where they log to', why: 'The log driver signs in before the container starts.', fix: 'correct the token and the address in options and secretOptions of logConfiguration, and see that the token is valid' } },
  ],
  otherwise: noReason('can\'t open their log', 'it quotes the log driver'),
};

/** The log of a container, which is opened before the container starts. */
export const LOGS: Subject = {
  is: /logger args|logging driver|log driver|log opt\b|cloudwatch log|logs:\w+|log group/i,
  causes: [
    {
      when: /no log driver named/i,
      meaning: { id: 'log-driver-not-supported', means: 'have a log driver that is not where they run', fix: 'name a log driver that the agent of the instance knows, in ECS_AVAILABLE_LOGGING_DRIVERS too' },
    },
    {
      when: /log driver arguments|no log configuration specified/i,
      meaning: {
        id: 'log-firelens-router',
        means: 'have a container with the log driver awsfirelens and no options for it',
        why: 'Fargate derives the address of the log router and what it does from the options of awsfirelens.',
        fix: 'set options in logConfiguration of the container, as Name and what that output requires',
      },
    },
    { when: /awslogs-region is required|awslogs-group is required/i, meaning: { id: 'log-awslogs-options', means: 'lack an option of awslogs', fix: 'set awslogs-region and awslogs-group in logConfiguration, and see that no variable in them is empty' } },
    { when: /unknown log opt|invalid (?:log )?opt|must specify (?:a )?value for|options validation|: \S+ is expected/i, meaning: { id: 'log-awslogs-options', means: 'have an option that their log driver does not take', fix: 'correct the option of logConfiguration; on instances, a newer agent or Docker may know it' } },
    {
      when: NO_CREDENTIALS,
      meaning: {
        id: 'iam-instance-role-incomplete',
        means: 'have no credentials to open their log with',
        why: 'On an instance, Docker opens the log as the instance role, or as the execution role where the agent hands it over.',
        fix: 'attach an instance role to the instances that allows logs:CreateLogStream and logs:PutLogEvents, or set ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE for the agent',
      },
    },
    { when: TOO_MANY, meaning: throttled(CLOUDWATCH) },
    { when: /kms key/i, meaning: { id: 'log-create-group-permission', means: 'have a log group whose KMS key CloudWatch may not use', fix: 'let the policy of the key admit logs.<region>.amazonaws.com with kms:Encrypt*, kms:Decrypt*, kms:GenerateDataKey* and kms:Describe*, and enable the key if it is disabled' } },
    { when: /LimitExceeded/i, meaning: { id: 'dpl-no-quota', means: 'can\'t open their log, since the account has as many log groups as it may', fix: 'delete log groups that nothing uses, or request a higher quota of log groups in Service Quotas' } },
    { when: /InvalidParameterException|validation error/i, meaning: { id: 'log-awslogs-options', means: 'name their log group or stream in a form that CloudWatch does not take', fix: 'correct awslogs-group and awslogs-stream-prefix: letters, digits and _ - / . # alone in the group, and neither : nor * in the stream' } },
    {
      when: ({ words, text }) => /connection refused|dial (?:tcp|udp|unix)/i.test(words) && !/amazonaws/i.test(text),
      meaning: {
        id: 'log-firelens-router',
        means: 'find no log router at the address of their log driver',
        why: 'The log driver connects before the container starts: the router has to run by then.',
        fix: 'start the log router first with dependsOn, or correct the address in the options of the log driver',
      },
    },
    { when: BAD_CERTIFICATE, meaning: noTrustIn('where they log to') },
    { when: NO_SUCH_HOST, meaning: noNameOf(CLOUDWATCH) },
    { when: NO_ANSWER, meaning: noWayTo(CLOUDWATCH) },
    {
      when: REFUSED,
      meaning: (failure) => ({
        id: 'log-create-group-permission',
        means: 'may not write to their log group',
        why: 'The execution role opens the log before a container starts.',
        fix: `allow ${actionIn(failure) ?? 'logs:CreateLogStream and logs:PutLogEvents'} to the execution role; with awslogs-create-group it needs logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents`,
      }),
    },
    { when: NOT_THERE, meaning: { id: 'log-group-missing', means: 'have no log group to write to', fix: 'create the log group in the region of awslogs-region, or set awslogs-create-group and allow logs:CreateLogGroup' } },
  ],
  otherwise: noReason('can\'t open their log', 'the log group may not be there, may not be reached, or may be closed to the execution role'),
};
