/** What somebody does over a channel of a cadence (R169), before the person's name. */
export const CHANNEL_VERBS: Readonly<Record<string, string>> = {
  phone: 'Call',
  email: 'Write a personal e-mail to',
  linkedin: 'Write on LinkedIn to',
  sms: 'Text',
  video: 'Send a video to',
  post: 'Write a letter to',
};

/** A touch over a channel, as a thing. */
export const CHANNEL_NOUNS: Readonly<Record<string, string>> = {
  phone: 'call',
  email: 'personal e-mail',
  linkedin: 'LinkedIn message',
  sms: 'text message',
  video: 'video message',
  post: 'letter',
};

/** What happens with a lead that sales gave back, by the path of the reason (P26). */
export const PATH_ACTIONS = {
  nurture: 'Goes back to nurture',
  disqualify: 'Marketing takes it out of scope',
  reroute: 'RevOps finds the right owner',
  divert: 'Goes to the account owner',
  sdr_qualification: 'An SDR qualifies it',
  back_to_marketing: 'Marketing mends the data',
  merge: 'RevOps merges the duplicate',
  marketing_review: 'Marketing reviews it',
} as const;
