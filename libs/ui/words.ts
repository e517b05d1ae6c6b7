import { ja } from '#messages';

/** The few words the components themselves say. Everything about the trade arrives as props. */
export const words = ja.ui;
