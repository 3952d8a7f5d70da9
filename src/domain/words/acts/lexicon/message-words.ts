/** The part that a phrase plays in what somebody wrote. */
export type MessageWord =
  /** Asks for what stands beside it: "would like", "send me". */
  | 'want'
  /** Asks to be told: "would like to know". */
  | 'know'
  /** What can be asked for. */
  | 'demo'
  | 'quote'
  | 'price'
  | 'meeting'
  /** "speak to", where somebody wants to. */
  | 'speak'
  /** "schedule", which with a meeting is a wish. */
  | 'arrange'
  /** Acts in one phrase. */
  | 'askPrice'
  | 'askDemo'
  | 'askContact'
  /** "call me", which may be a song: `when` or nothing has to follow. */
  | 'callMe'
  | 'when'
  /** "do not hesitate to", an invitation in the form of a refusal. */
  | 'invite'
  /** Being contacted at all, by one channel, and as something done to the writer. */
  | 'reach'
  | 'ring'
  | 'reached'
  | 'me'
  /** Refuses: "do not", and only denies: "not". */
  | 'neg'
  | 'not'
  /** Refusals in one phrase: of any contact, and of one channel. */
  | 'leave'
  | 'leaveRing'
  /** Somebody else does it: "your reps". */
  | 'other'
  /** Makes a condition of what follows. */
  | 'cond'
  | 'soft'
  /** May stand between a wish and its object. */
  | 'gap'
  /** "what is", before a price. */
  | 'whatIs'
  | 'for'
  /** Begins another clause. */
  | 'joint'
  /** After these nothing is wished: "thank you for". */
  | 'idle'
  /** Of printed things a quote is no offer, and a demo no meeting. */
  | 'print'
  /** "the", which makes a quote one that exists. */
  | 'existing'
  /** Begins a question. */
  | 'asking'
  /** What a product does, and what it is. */
  | 'does'
  | 'product'
  /** Offers something, what vendors offer, and what only vendors say. */
  | 'pitch'
  | 'goods'
  | 'vendor'
  /** Sells as likely as not: "partner with you". */
  | 'sells'
  | 'job'
  | 'support'
  /** Words of spam, and promises of money. */
  | 'lure'
  | 'money';
