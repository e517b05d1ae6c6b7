import { InvalidInput } from '#kernel';
import { membersFromText, textOfMembers, withMembersError } from './council-members.js';

describe('members of the council as text', () => {
  it('are one a line, organisation before post', () => {
    const members = [
      { organisationName: '見本労働局', post: '職業安定部長' },
      { organisationName: '見本市', post: '福祉部長、兼所長' },
    ];
    expect(membersFromText('見本労働局、職業安定部長\r\n\n 見本市,福祉部長、兼所長 ')).toEqual(members);
    expect(membersFromText(textOfMembers(members))).toEqual(members);
    expect(membersFromText(undefined)).toEqual([]);
  });

  it('say in which line something is missing', () => {
    const error = withMembersError(
      new InvalidInput([
        { field: 'members.1.post', code: 'required' },
        { field: 'name', code: 'required' },
      ]),
    );
    expect((error as InvalidInput).fields).toEqual([
      { field: 'members', code: 'council_member_line', params: { line: 2 } },
      { field: 'name', code: 'required' },
    ]);
  });
});
