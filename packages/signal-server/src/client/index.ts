export {
  createClient,
  type Client,
  type ClientAnswer,
  type ClientOptions,
  type RepeatOptions,
  type MatchOptions,
} from './client.ts';
