// Whatever is below these keys is spelled by the user.
const OWN_WORDS = new Set(['options', 'dockerLabels', 'labels', 'driverOpts']);

// Where CloudFormation doesn't just begin with a capital letter.
const SPELLED: Readonly<Record<string, string>> = {
  efsVolumeConfiguration: 'EFSVolumeConfiguration',
  fsxWindowsFileServerVolumeConfiguration: 'FSxWindowsFileServerVolumeConfiguration',
  s3filesVolumeConfiguration: 'S3FilesVolumeConfiguration',
  fileSystemId: 'FilesystemId',
  iam: 'IAM',
};

/** Converts the keys of an ECS answer to CloudFormation's spelling. */
export function spelledForTemplates(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(spelledForTemplates);
  if (typeof json !== 'object' || json === null || json instanceof Date) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) =>
    [SPELLED[key] ?? `${key[0]?.toUpperCase() ?? ''}${key.slice(1)}`, OWN_WORDS.has(key) ? value : spelledForTemplates(value)]));
}
