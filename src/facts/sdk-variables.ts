/** Variables with the access keys that an AWS SDK takes before it asks for the task role. */
export const KEY_VARIABLES: readonly string[] = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

/** Variables with the access keys of the SDK for Go, in which the agent of ECS Exec is written. */
export const KEY_VARIABLES_OF_AGENT: readonly string[] = [...KEY_VARIABLES, 'AWS_ACCESS_KEY'];

/** Variables that name a profile, which an AWS SDK takes before it asks for the task role. */
export const PROFILE_VARIABLES: readonly string[] = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'];

/** Variable with the token of another platform, which an AWS SDK takes before it asks for the task role. */
export const WEB_IDENTITY_VARIABLE = 'AWS_WEB_IDENTITY_TOKEN_FILE';
