import { Type } from 'class-transformer';
import { ArrayNotEmpty, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, ValidateNested } from 'class-validator';
import { type Role, ROLES, type Side, SIDES } from '#access';
import { readBoundedYaml } from '#indicators';
import { InvalidInput, isKana, refuseInvalid } from '#kernel';
import { REASON_OCCASIONS, type ReasonOccasion } from '#domain/reason';
import { IsCode } from '../organisations/index.js';
import { IsDay, validated } from '../platform/http/index.js';
import { firstPassword } from './first-password.js';
import type { NewSite } from './founding.js';

class Coded {
  @IsNotEmpty()
  @IsCode()
  code: string;

  @IsNotEmpty()
  @IsString()
  name: string;
}

class DescribedOrganisation extends Coded {
  @IsIn(SIDES)
  side: Side;
}

class DescribedProgramme extends Coded {
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  optionalSteps?: string[];
}

class DescribedReason extends Coded {
  @ArrayNotEmpty()
  @IsIn(REASON_OCCASIONS, { each: true })
  occasions: ReasonOccasion[];
}

class DescribedStaff {
  @IsNotEmpty()
  @IsString()
  login: string;

  @IsNotEmpty()
  @IsString()
  name: string;

  @IsNotEmpty()
  @IsString()
  nameKana: string;

  @IsOptional()
  @IsString()
  title?: string;

  @IsIn(ROLES)
  role: Role;

  @IsNotEmpty()
  @IsString()
  /** Code of the organisation. */
  organisation: string;
}

/** A site as its file describes it: `code, name, openedOn, organisations, desks, programmes, reasons, staff`. */
class SiteDescription extends Coded {
  @IsNotEmpty()
  @IsDay()
  openedOn: string;

  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => DescribedOrganisation)
  organisations: DescribedOrganisation[];

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Coded)
  desks?: Coded[];

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => DescribedProgramme)
  programmes?: DescribedProgramme[];

  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => DescribedReason)
  reasons?: DescribedReason[];

  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => DescribedStaff)
  staff: DescribedStaff[];
}

/**
 * Reads the description of a new site (YAML). Passwords are not in the file: each of the staff is given one here, to be
 * handed over and changed at the first sign-in.
 * @throws InvalidInput naming every field that is wrong
 */
export async function readSiteDescription(text: string): Promise<NewSite> {
  const read = readBoundedYaml(text);
  if ('defects' in read) {
    throw new InvalidInput(
      read.defects.map(({ code, line }) => ({ field: '', code: `plan_${code}`, params: { line } })),
    );
  }
  const description = await validated(SiteDescription, read.document.toJS());
  const organisations = new Set(description.organisations.map(({ code }) => code));
  refuseInvalid([
    ...SIDES.filter((side) => !description.organisations.some((each) => each.side === side)).map((side) => ({
      field: 'organisations',
      code: `no_${side}_organisation`,
    })),
    ...SIDES.filter((side) => {
      const codes = description.organisations.filter((each) => each.side === side).map(({ code }) => code);
      return codes.length > 0 && !description.staff.some(({ organisation }) => codes.includes(organisation));
    }).map((side) => ({ field: 'staff', code: `no_${side}_staff` })),
    ...description.staff.flatMap((member, index) => [
      ...(organisations.has(member.organisation) ? [] : [{ field: `staff.${index}.organisation`, code: 'not_one_of' }]),
      ...(isKana(member.nameKana) ? [] : [{ field: `staff.${index}.nameKana`, code: 'not_kana' }]),
    ]),
  ]);
  const { code, name, openedOn, desks = [], programmes = [], reasons } = description;
  const staff = description.staff.map((member) => ({
    ...member,
    title: member.title ?? '',
    password: firstPassword(),
    mustChangePassword: true,
  }));
  return {
    code,
    name,
    openedOn,
    organisations: description.organisations,
    desks,
    programmes,
    ...(reasons === undefined ? {} : { reasons }),
    staff,
  };
}
