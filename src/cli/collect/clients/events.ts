export {
  EventBridgeClient as Client,
  ListRuleNamesByTargetCommand,
} from '@aws-sdk/client-eventbridge';
