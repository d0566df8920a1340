/** The handwriting fonts for typed signatures, in the order offered. */
export const HANDS = ['caveat', 'dancing-script', 'marck-script', 'mynerve'] as const;
export type Hand = (typeof HANDS)[number];

export const isHand = (name: string): name is Hand => HANDS.some((hand) => hand === name);
