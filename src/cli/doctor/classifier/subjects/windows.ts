import { NO_ANSWER, NO_S3_ARN, NOT_THERE, REFUSED } from '../causes';
import { noReason, noWayTo } from '../common';
import { actionIn } from '../denied';
import type { Meaning, Subject } from '../meaning';

const STOPPED: Omit<Meaning, 'means' | 'fix'> = { id: 'ops-unknown-stop', why: 'No container ran, so there is no log.' };

/** Active Directory and file systems of Windows. */
export const WINDOWS: readonly Subject[] = [
  {
    is: /credential ?specs?\b|gmsa\b|kerberos/i,
    causes: [
      { when: NO_S3_ARN, meaning: { ...STOPPED, means: 'name a credential spec by an ARN that is none', fix: 'correct the ARN in credentialSpecs: that of a file in S3 or of a parameter in SSM' } },
      { when: REFUSED, meaning: (failure) => ({ ...STOPPED, means: 'may not read their credential spec', fix: `allow ${actionIn(failure) ?? 's3:GetObject or ssm:GetParameters'} on what credentialSpecs name to the execution role` }) },
      { when: NO_ANSWER, meaning: noWayTo('where their credential spec or domain is') },
      { when: /kerberos|domain|logon/i, meaning: { ...STOPPED, means: 'can\'t sign in to their domain', fix: 'see that the credential spec names the account and the domain, that the secret has the user and password, and that the instance reaches the domain controllers' } },
      { when: NOT_THERE, meaning: { ...STOPPED, means: 'name a credential spec that is not there', fix: 'create the file or parameter that credentialSpecs name, or correct them' } },
    ],
    otherwise: { ...STOPPED, means: 'have a credential spec that the agent does not read', fix: 'correct credentialSpecs: credentialspec: or credentialspecdomainless: with a file or the ARN in S3 or SSM of a JSON document as Get-CredentialSpec makes it' },
  },
  {
    is: /\bfsx|credentialsParameter/i,
    causes: [
      { when: REFUSED, meaning: (failure) => ({ ...STOPPED, means: 'may not look up their FSx file system', fix: `allow ${actionIn(failure) ?? 'fsx:DescribeFileSystems'} to the execution role` }) },
      { when: /only ssm\/secretsmanager|unsupported credentialsparameter/i, meaning: { ...STOPPED, means: 'name the user of their FSx file system by an ARN of neither Secrets Manager nor SSM', fix: 'correct credentialsParameter: the ARN of a secret or parameter with username and password' } },
      { when: /invalid credentials|credentialsparameter|credential .*arn/i, meaning: { ...STOPPED, means: 'may not mount their FSx file system with the user that they have', fix: 'correct the user name and password in the secret or parameter of credentialsParameter, and the domain of the volume' } },
      { when: NOT_THERE, meaning: { ...STOPPED, means: 'have a volume of an FSx file system that is not there', fix: 'correct fileSystemId: the file system has to be in the region of the cluster' } },
      { when: NO_ANSWER, meaning: noWayTo('FSx, where their file system is') },
      {
        when: /verify fsxwindowsfileserver/i,
        meaning: { ...STOPPED, means: 'can\'t mount the share of their FSx file system', fix: 'correct rootDirectory, which is a share of the file system, and allow port 445 from the instances in its security group' },
      },
    ],
    otherwise: noReason('can\'t mount their FSx file system', 'it quotes the agent'),
  },
];
