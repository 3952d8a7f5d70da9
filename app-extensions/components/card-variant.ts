/** Where the card is: the whole brief, a narrow column, or a glance without buttons. */
export type CardVariant = 'tab' | 'sidebar' | 'preview';
