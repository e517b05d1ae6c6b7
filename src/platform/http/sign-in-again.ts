import { type MessageParams, Unauthenticated } from '#kernel';

export interface SignInAgainDetails {
  /** Name of whoever the form was made for; absent when the form does not tell. */
  readonly holder?: string | undefined;
  /** Name of somebody else who is signed in now. */
  readonly present?: string | undefined;
  /** Why the password given in place was not taken. */
  readonly refused?: { readonly code: string; readonly params: MessageParams } | undefined;
}

/** A form whose sender is not, or no longer, signed in as the one it was made for. Nothing was done; the password can be given in place. */
export class SignInAgain extends Unauthenticated {
  constructor(readonly details: SignInAgainDetails) {
    super(details.refused?.code, details.refused?.params);
  }
}
