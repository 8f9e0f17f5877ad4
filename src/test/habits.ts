import type { FindingKind } from '#model/finding.ts';
import type { Line } from './talk.ts';

/** How one workspace decides: what it always turns down, what it always confirms, said by whom. All of it is made up. */
export interface Habit {
  name: string;
  /** Who says these lines: Ana is us. */
  who: 'Ana' | 'Ines';
  kind: FindingKind;
  no: string[];
  yes: string[];
}

const lines = (text: string) => text.trim().split(/\s*\n\s*/);

/** A bookkeeper's office: copies and forms are asked for all day, and sent at once. What else somebody asks is worth a note. */
const COPIES: Habit = {
  name: 'to be sent a copy is asked all day',
  who: 'Ines',
  kind: 'request',
  no: lines(`
    Could you send me a copy of the invoice?
    Can you send me the annual statement again?
    Please send me the form for the new year.
    Would you send a copy to my accountant as well?
    Could you send me the invoice of March once more?
    Please send me a copy of the contract.
    Can you send the tax form to my wife?
    Could you send me the statement as a file?
    Please send me the list of invoices.
    Can you send me a copy of the letter?
    Could you send the form again, the last one was empty?
    Would you send me the payslips of this year?
    Please send me the invoice in my company's name.
    Can you send me the forms for the new driver?
    Could you send me a copy with your stamp on it?
    Please send me the statement of the second quarter.
    Can you send a copy of the deed to the bank?
    Could you send me the form in English?
    Would you send me both invoices in one mail?
    Please send me a clean copy of the statement.
    Can you send me the form we filled in last year?
    Could you send the invoice to my new address?
    Please send me the payslip of my son.
    Can you send me a copy of what I signed?
    Could you send me the annual statement on paper?
    Would you send the tax form by post?
    Please send me the copy by Friday.
    Can you send me the invoices of the garage?
    Could you send me the form for the second child?
    Please send a copy of the statement to the notary.
    Can you send me the contract once more?
    Could you send me the invoice without the discount?
    Please send me a copy of the lease.
    Could you send me the statement of last month?
    Can you send me the payslip of August?
    Please send the form to my office.
    Could you send a copy of the letter to my lawyer?
    Please send me the invoice with both names.
    Can you send me the tax form of last year?
    Could you send me a copy in colour?
  `),
  yes: lines(`
    Could you ask your colleague to call my sister?
    Could you look for a cheaper office with us?
    Please tell me beforehand when something goes wrong.
    Please tell my brother what he signs.
    Could you find out why the bank refused us?
    Please call me before you talk to the inspector.
    Could you call the bank for us?
    Could you look into what it costs to stop the business?
    Please let me know when the law changes.
    Can you talk to the landlord on my behalf?
    Could you check whether my pension is enough?
    Could you look at what my pension will be?
    Please ask Marta to join us on Tuesday.
    Can you introduce me to somebody who sold a bakery?
    Could you sit with my brother before he signs?
    Please be honest with me about the numbers.
    Can you look at the loan with fresh eyes?
    Could you get back to me before the holidays?
    Would you write to the court for us?
    Please warn us when we spend too much.
    Please call my sister about the house.
    Could you check with the town whether we get help?
    Please keep my brother out of this for now.
    Can you help my son take over the shop?
    Could you find me a mentor in the trade?
    Please ask the town what help there is.
    Please take the matter up with the insurance.
    Could you meet my partner before he leaves?
    Could you make a plan with us for the bad months?
    Please ask the inspector for more time.
    Could you come to the meeting with the bank?
    Could you speak with my son about taking over?
    Please call the garage about the damage.
    Could you ask the bank for a lower rate?
    Can you talk to my partner about the hours?
    Please tell me when I should stop.
    Could you find somebody for the shop on Saturdays?
    Please ask my sister what she wants.
    Can you check whether the roof is insured?
    Could you call the town about the terrace?
    Please look at my brother's plan.
    Can you talk to the supplier about the price?
    Could you explain the loan to my wife?
    Please let me know who else had this problem.
  `),
};

/** What they send around after each call is routine; what they promise beyond that is not, nor is what others promise them. */
const SENDING: Habit = {
  name: 'that we will send something is routine',
  who: 'Ana',
  kind: 'commitment',
  no: lines(`
    I'll send you the slides this afternoon.
    I will send you the recording tomorrow.
    I'll send you a link to the calendar.
    I will send you the minutes by Friday.
    I'll send you an invite for next week.
    I will send you the deck after lunch.
    I'll send you the notes tonight.
    I will send the agenda on Monday.
    I'll send you the address of the office.
    I will send you our brochure this week.
    I'll send you the link to the form.
    I will send you the slides with the figures in them.
    I'll send you the summary by tomorrow.
    I will send you a new invite for Thursday.
    I'll send you my number after the call.
    I will send you the agenda a day before.
    I'll send you the recording and the notes.
    I will send you the link to the video.
    I'll send the minutes to you on Tuesday.
    I will send you the deck again tonight.
    I'll send you the photos of the whiteboard.
    I will send you a reminder on Wednesday.
    I'll send you the price list tomorrow.
    I will send you the slides as a file.
    I'll send you the invite within the hour.
    I will send you the minutes and the list of names.
    I'll send you a short mail with the link.
    I will send you the standard terms by Monday.
    I'll send you the notes of today.
    I will send you the calendar file.
  `),
  yes: lines(`
    I will ask our engineer about the sensor by Friday.
    I'll call your colleague at the depot tomorrow.
    I will ask finance by Tuesday about waiting until March.
    I'll come by on Tuesday to look at the cold room.
    I will talk to my boss about the late trucks this week.
    I'll introduce you to Marta at the hospital on Monday.
    I will find out why the alarm came so late.
    I'll call the smith about your gate on Saturday.
    I will put your driver in touch with ours by Thursday.
    I'll bring the spare parts on Wednesday.
    I will look into the broken report tonight.
    I'll check the contract for that clause by tomorrow.
    I will make sure that nobody calls you at night again.
    I'll ask the team to change the wording by Friday.
    I will call the carrier about the damage this afternoon.
    I'll get back to you with an honest answer on Monday.
    I will call the school about the visit on Monday.
    I'll fix the rounding in your invoice tomorrow.
    I will write to the supplier about the delay today.
    I'll find a colleague who speaks Portuguese by next week.
    I will check it with your oldest phone on Thursday.
    I'll talk to the board about this on Monday.
    I will get back to you about the difference by Friday.
    I'll speak with Jonas about the training this week.
    I will prepare a second plan without the sensors by Tuesday.
    I'll check whether the other site has the same fault by Friday.
    I will ask legal about the guarantee tomorrow.
    I'll come back on Thursday with a better price.
    I will let you know on Friday what it costs you to leave.
    I'll ask Priya to train the new people by Thursday.
  `),
};

/** A Dutch theatre: that somebody needs a ticket is every day's business. Written after the weights were chosen. */
const TICKETS: Habit = {
  name: 'een kaartje is bij ons geen behoefte',
  who: 'Ines',
  kind: 'need',
  no: lines(`
    Wij hebben twee kaartjes nodig voor zaterdag.
    Ik heb nog een kaartje nodig voor mijn moeder.
    We hebben kaartjes nodig op de eerste rij.
    Ik heb vier kaartjes nodig naast elkaar.
    We hebben een plaats nodig voor een rolstoel en drie kaartjes.
    Wij hebben kaartjes nodig voor de hele klas.
    Ik heb een nieuw kaartje nodig want dit is nat geworden.
    We hebben tien kaartjes nodig met korting.
    Ik heb kaartjes nodig voor de middag.
    We hebben stoelen nodig aan het gangpad en de kaartjes per post.
    Wij hebben dertig kaartjes nodig voor het personeel.
    Ik heb een kaartje nodig voor de laatste avond.
    We hebben kaartjes nodig voor kinderen onder de zes.
    Ik heb twee kaartjes nodig op naam van de buurman.
    Wij hebben losse kaartjes nodig en geen abonnement.
    We hebben kaartjes nodig voor de generale repetitie.
    Ik heb het kaartje nodig op papier.
    We hebben zes kaartjes nodig op het balkon.
    Wij hebben kaartjes nodig voor donderdag of vrijdag.
    Ik heb een kaartje nodig dat ik nog kan ruilen.
    We hebben twintig kaartjes nodig voor de vereniging.
    Ik heb drie kaartjes nodig dicht bij de deur.
    Wij hebben vandaag nog kaartjes nodig.
    We hebben kaartjes nodig met een drankje erbij.
    Ik heb een los kaartje nodig voor een collega.
    We hebben vijf kaartjes nodig voor volgende maand.
    Wij hebben kaartjes nodig zonder de toeslag.
    Ik heb een kaartje nodig voor mijn begeleider.
    We hebben nog één kaartje nodig voor opa.
    Ik heb de kaartjes nodig voor het weekend.
  `),
  yes: lines(`
    Wij hebben iemand nodig die naar de buurt luistert.
    Ik heb rust nodig in mijn hoofd voor de première.
    We hebben zekerheid nodig over de subsidie.
    Ik heb een avond per week nodig zonder telefoon.
    Wij hebben jonge mensen nodig in het bestuur.
    We hebben een dak nodig dat niet lekt.
    Ik heb eerlijke cijfers nodig voor de gemeente.
    We hebben een plan nodig voor als de directeur vertrekt.
    Ik heb hulp nodig bij het werven van vrijwilligers.
    Wij hebben minder regels nodig en meer vertrouwen.
    We hebben een technicus nodig die ook op zondag komt.
    Ik heb iemand nodig die mij de waarheid zegt.
    We hebben afspraken nodig waar iedereen zich aan houdt.
    Ik heb overzicht nodig over wie wat heeft beloofd.
    Wij hebben tijd nodig om fouten te maken.
    We hebben geld nodig om de winter door te komen.
    Ik heb het vertrouwen nodig van de spelers.
    We hebben een oplossing nodig voor het lawaai bij de buren.
    Ik heb ruimte nodig om nee te zeggen.
    Wij hebben een betere verlichting nodig achter het toneel.
    We hebben duidelijkheid nodig over het huurcontract.
    Ik heb een opvolger nodig voor de kostuums.
    We hebben meer tijd nodig tussen twee producties.
    Ik heb steun nodig van het bestuur.
    Wij hebben een gezicht nodig dat de stad kent.
    We hebben een reden nodig om open te blijven.
    Ik heb elke maand een eerlijk gesprek nodig met de regisseur.
    We hebben een archief nodig dat niet verdwijnt.
    Ik heb vakantie nodig na dit seizoen.
    Wij hebben een verzekering nodig die ook echt betaalt.
  `),
};

export const HABITS: Habit[] = [COPIES, SENDING, TICKETS];

const FILLING: Line[] = [
  ['Ana', 'Right.'],
  ['Ines', 'So that was last week.'],
  ['Ana', 'Okay, go on.'],
  ['Ines', 'The weather was fine at least.'],
  ['Ana', 'Good.'],
  ['Ines', 'It was a long day.'],
];

/** Talks of six of these lines each, in the order given, with something said in between. */
export function talksOf(habit: Habit, said: string[]): Line[][] {
  const talks: Line[][] = [];
  for (let at = 0; at < said.length; at += 6)
    talks.push(
      said.slice(at, at + 6).flatMap((text, i): Line[] => [[habit.who, text], FILLING[(at + i) % FILLING.length] ?? ['Ana', 'Yes.']]),
    );
  return talks;
}

/** The same list in another order, by a seed (mulberry32). */
export function shuffled<T>(list: T[], seed: number): T[] {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}
