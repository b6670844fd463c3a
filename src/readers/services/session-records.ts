import { readKey, readServesLogs } from '../permissions/keys';
import type { Resource } from '../../cloudformation/template';
import { keyOf, orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import type { SessionRecordsFacts } from '../../facts/cluster';
import { Unknown, type Fact } from '../../facts/fact';

/** The places that a cluster has sessions of ECS Exec recorded in, and the key that it encrypts them with. */
export function readSessionRecords(cluster: Resource): Fact<SessionRecordsFacts | undefined> {
  const configuration = cluster.properties.at('Configuration', 'ExecuteCommandConfiguration');
  const isSet = configuration.isSet();
  if (isSet !== true) return isSet || undefined;
  const logging = configuration.get('Logging').word('NONE', 'DEFAULT', 'OVERRIDE');
  if (logging instanceof Unknown) return logging;
  const places = configuration.get('LogConfiguration');
  const isOverridden = logging === 'OVERRIDE';
  const group = places.get('CloudWatchLogGroupName');
  const ownGroup = resourceIn(group, 'AWS::Logs::LogGroup');
  const ownBucket = resourceIn(places.get('S3BucketName'), 'AWS::S3::Bucket');
  return {
    hasPlaces: places.isSet(),
    toLogGroup: isOverridden && group.isSet(),
    demandsEncryption: isOverridden && orDefault(places.get('CloudWatchEncryptionEnabled').flag(), false),
    groupIsEncrypted: ownGroup ? ownGroup.properties.get('KmsKeyId').isSet() : new Unknown(group.isSet() === true ? outside(group) : 'no log group is named'),
    groupKeyServes: !ownGroup || readServesLogs(ownGroup),
    logGroup: ownGroup && keyOf(ownGroup),
    toBucket: isOverridden && places.get('S3BucketName').isSet(),
    bucket: ownBucket && keyOf(ownBucket),
    hasKey: configuration.get('KmsKeyId').isSet(),
    key: readKey(configuration.get('KmsKeyId')),
  };
}
