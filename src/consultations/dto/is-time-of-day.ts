import { type ValidationOptions, ValidateBy, buildMessage } from 'class-validator';

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A time of day 'HH:MM', 24 hours. */
export function IsTimeOfDay(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'not_a_time',
      validator: {
        validate: (value) => typeof value === 'string' && TIME_OF_DAY.test(value),
        defaultMessage: buildMessage(() => 'not_a_time'),
      },
    },
    options,
  );
}
