/** The part that a phrase plays in the name of a form or a page. */
export type FormWord =
  /** Asks for what stands beside it: "request", "book". */
  | 'ask'
  /** Asks, and standing alone asks to be contacted: "inquiry". */
  | 'inquiry'
  /** What can be asked for. */
  | 'demo'
  | 'price'
  | 'quote'
  | 'talk'
  | 'info'
  /** What is done for a buyer, and also what a page does by itself: "assessment". */
  | 'check'
  | 'trial'
  /** Acts in one phrase. */
  | 'askDemo'
  | 'askPrice'
  | 'askTrial'
  /** "Try Acme for free". */
  | 'try'
  | 'forFree'
  | 'contactUs'
  | 'contactSales'
  | 'subscribe'
  | 'support'
  | 'careers'
  | 'email'
  /** An act of somebody who is no lead: "press inquiry", "unsubscribe". */
  | 'aside'
  /** "talk to", and whom. */
  | 'talkTo'
  | 'person'
  | 'contact'
  /** Acts that say nothing without their object. */
  | 'get'
  | 'register'
  | 'watch'
  | 'attended'
  | 'absent'
  /** What a form is about. */
  | 'newsletter'
  | 'webinar'
  | 'replay'
  | 'event'
  | 'scan'
  | 'calculator'
  | 'priceList'
  | 'comparison'
  | 'implementation'
  | 'caseStudy'
  | 'asset'
  /** Says nothing about an act and is no name: "form", "home". */
  | 'filler'
  /** May stand between an act and its object: "a", "free". */
  | 'gap'
  /** Ends what an act may reach: "of", "about". */
  | 'stop'
  /** What follows is a title: "how to". */
  | 'titled'
  /** Holds a word of another role in another sense: "demo reel". */
  | 'nothing';
