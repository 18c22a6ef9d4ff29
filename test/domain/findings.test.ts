import { expect } from 'chai';
import { evidence, type Finding, findingAbout, isVerified } from '../../src/domain/findings.js';
import { questionIds } from '../../src/domain/questions.js';
import { therapistSchema } from '../../src/domain/therapist.js';
import { aTherapist } from '../support/therapist-builder.js';

function finding(subject: string, result: Finding['result'] = 'verified'): Finding {
  return { subject, result, seen: null, by: 'reviewer@holdspace.example', on: '2026-01-05' };
}

describe('a finding', () => {
  it('is looked up by its subject; what nobody checked has none', () => {
    const findings = [finding('identity'), finding('training', 'not-shown')];
    expect(findingAbout(findings, 'training')).to.equal(findings[1]);
    expect(findingAbout(findings, 'caseload')).to.equal(null);
  });

  it('verifies a claim only if the claim was checked and is right', () => {
    const findings = [
      finding('training'),
      finding('caseload', 'self-reported'),
      finding('scope', 'not-shown'),
    ];
    expect(
      ['training', 'caseload', 'scope', 'coordination'].filter((subject) => isVerified(findings, subject)),
    ).to.deep.equal(['training']);
  });

  it('counts as evidence if it verifies an answer to a question, and only then', () => {
    expect(evidence([])).to.equal(0);
    expect(evidence(questionIds.map((id) => finding(id)))).to.equal(questionIds.length);
    expect(
      evidence([
        finding('training'),
        finding('caseload', 'self-reported'),
        finding('identity'),
        finding('authority:psypact'),
      ]),
    ).to.equal(1);
  });

  it('is refused if there is one about the subject already, so that none hides another', () => {
    const twice = { ...aTherapist(), findings: [finding('scope'), finding('scope', 'not-shown')] };
    const issue = therapistSchema.safeParse(twice).error?.issues[0];
    expect(issue?.path).to.deep.equal(['findings', 1]);
  });
});
