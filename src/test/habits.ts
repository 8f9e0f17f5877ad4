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

/** They rent out rooms: that somebody needs one is the order of the day, not what a person needs. */
const ROOMS: Habit = {
  name: 'a need for a room is never a need of theirs',
  who: 'Ines',
  kind: 'need',
  no: lines(`
    We need a room for twelve people on Tuesday.
    I need the big room with the projector again.
    We need a second room for the break-out groups.
    We would need a room with daylight for the training.
    We need the projector and the flip chart in the morning.
    I need a smaller room for the interviews on Thursday.
    We need the room until six in the evening.
    We need a projector that takes an older laptop.
    I need a quiet room next to the hall.
    We need two rooms side by side for the board.
    We need the room set up in a circle.
    I need a room with a good screen for the call.
    We need the large room from nine to noon.
    We need a projector in each of the rooms.
    I need the same room as last year for the council.
    We need a room for thirty and coffee at ten.
    We need forty chairs and a room with a stage.
    I need a microphone and a projector for the evening.
    We need the room on the ground floor for a guest in a wheelchair.
    We need a room where we can leave the posters overnight.
    I need one more room for the press at noon.
    We need a room with a door to the garden.
    We need the projector tested before the guests come in.
    I need the corner room for the jury on Friday.
    We need a room near the station for the regional team.
    We need a room for the choir on two evenings.
    I need the room an hour earlier to set things up.
    We need the screen and the projector in the main room.
    We need a room without pillars for the dance group.
    I need a room for a lecture with eighty students.
    We need the room dark enough for a film.
    We need a round table and a room for eight.
    I need a spare projector in case ours fails.
    We need a room for the annual meeting in May.
    We need the upstairs room for the children.
    I need a room with a lock for the equipment.
  `),
  yes: lines(`
    We need a list of who is in the building when the alarm goes.
    I need my volunteers to stop leaving after one season.
    We need somebody who answers when a guest falls ill.
    We need the invoices to match what was agreed.
    I need something to show the city what the money was spent on.
    We need fewer people asking me the same thing every day.
    We need a way to tell members about changes before they hear it elsewhere.
    I need my Sunday evenings back from the accounts.
    We need the caterer to know about allergies in time.
    We need our deposits back within a month.
    I need something that works when the internet is down.
    We need the new staff to learn this without me.
    We need an answer to complaints before they reach the mayor.
    I need one list that everybody trusts.
    We need a plan for when I retire.
    We need the names of our sponsors spelled right.
    I need to sleep through the night before an event.
    We need the musicians paid on the same day.
    We need proof that the food was kept cold.
    I need less paper and fewer signatures.
    We need a reason why the young people stay away.
    We need the cleaners to hear about changes too.
    I need to trust the numbers I give the treasurer.
    We need a sign in April whether the year will be black or red.
    We need a contact at the town who picks up.
    I need a way to thank people that they believe.
    We need help with the promises that my predecessor made.
    We need the booking mistakes to end before summer.
    I need somebody to tell me early when it goes wrong.
    We need our older members to feel welcome again.
    We need one calendar together with the church.
    I need a holiday without a single phone call.
    We need a smaller energy bill by the winter.
    We need a better answer for people who cancel late.
    I need the board to decide within a week.
    We need the opinion of visitors while they still remember the day.
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

export const HABITS: Habit[] = [ROOMS, SENDING, TICKETS];

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
