import assert from 'node:assert/strict';
import { test } from 'node:test';
import { talk } from '#test/talk.ts';
import { understand } from './understand.ts';

/** What was said, the acts a listener hears in it (half sure or more), and what is found there; `open` are the turns of theirs we left unanswered. */
interface Golden {
  name: string;
  lines: { who: string; says: string; acts: string; found: string }[];
  open: number[];
}

/** Read and judged by hand, line by line: a change of the rules that changes one of these has to be looked at. */
const GOLDEN: Golden[] = [
  {
    name: 'a complaint, taken seriously',
    lines: [
      {
        who: 'Ana',
        says: 'Good morning, this is Ana. I read what you wrote last night.',
        acts: 'smalltalk information',
        found: '',
      },
      {
        who: 'Omar',
        says: 'Good morning. Then you know why I am angry.',
        acts: 'smalltalk feeling',
        found: 'feeling',
      },
      {
        who: 'Ana',
        says: 'I do. Can you tell me what last night was like?',
        acts: 'other question.open',
        found: '',
      },
      {
        who: 'Omar',
        says: 'The alarm went off at three and nobody picked up the phone. I drove there myself.',
        acts: 'need information',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'So you drove there yourself, in the middle of the night.',
        acts: 'reflection.simple',
        found: '',
      },
      {
        who: 'Omar',
        says: 'For nothing. The door was closed and the freezer was fine.',
        acts: 'other information',
        found: '',
      },
      {
        who: 'Ana',
        says: 'That must be exhausting.',
        acts: 'reflection.complex',
        found: '',
      },
      {
        who: 'Omar',
        says: 'It is the third time this month. My drivers have stopped believing it.',
        acts: 'information',
        found: '',
      },
      {
        who: 'Ana',
        says: 'What happens if they stop believing it?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Omar',
        says: 'Then we lose a whole load and it costs us the contract with the hospital.',
        acts: 'need implication',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'How often was it a real alarm?',
        acts: 'question.closed',
        found: '',
      },
      {
        who: 'Omar',
        says: 'Twice, I think. I keep a list on paper.',
        acts: 'other need',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'Would it help if somebody called you before the alarm does?',
        acts: 'question.closed',
        found: '',
      },
      {
        who: 'Omar',
        says: 'Yes. I need somebody who looks before they wake me.',
        acts: 'other need',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'I will ask our night desk today and I will call you by Thursday.',
        acts: 'commitment',
        found: 'commitment',
      },
      {
        who: 'Omar',
        says: 'Please do not send me another form.',
        acts: 'request',
        found: 'request',
      },
      {
        who: 'Ana',
        says: 'I will not. Thank you for telling me.',
        acts: 'other thanks',
        found: '',
      },
      {
        who: 'Omar',
        says: 'Why did nobody call me back in October?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Ana',
        says: 'We had no one on the desk that week, and we should have told you.',
        acts: 'advice',
        found: '',
      },
      {
        who: 'Omar',
        says: 'At least that is honest. I appreciate it.',
        acts: 'information thanks',
        found: '',
      },
    ],
    open: [],
  },
  {
    name: 'a pitch that runs away with itself',
    lines: [
      {
        who: 'Ana',
        says: 'Hello Lena, nice to meet you. Let me tell you about us.',
        acts: 'smalltalk information',
        found: '',
      },
      {
        who: 'Lena',
        says: 'Hi. I only have twenty minutes.',
        acts: 'smalltalk information',
        found: '',
      },
      {
        who: 'Ana',
        says: 'We started in 2012 because we believe that food should not be thrown away.',
        acts: 'pitch.mission',
        found: '',
      },
      {
        who: 'Ana',
        says: 'Our company has offices in four countries and our founder was a fisherman.',
        acts: 'pitch.mission',
        found: '',
      },
      {
        who: 'Lena',
        says: 'Okay.',
        acts: 'other',
        found: '',
      },
      {
        who: 'Ana',
        says: 'Our platform shows every fridge on one map and it automatically calls the driver.',
        acts: 'pitch.features',
        found: '',
      },
      {
        who: 'Ana',
        says: 'You can set an alarm for each door and export the report.',
        acts: 'pitch.features',
        found: '',
      },
      {
        who: 'Lena',
        says: 'Does it work with our planning tool?',
        acts: 'question.closed',
        found: 'belief.gap',
      },
      {
        who: 'Ana',
        says: 'We have helped companies like yours for years. Our customers save two hours a day.',
        acts: 'pitch.expertise',
        found: '',
      },
      {
        who: 'Lena',
        says: 'And how much does it cost?',
        acts: 'question.closed',
        found: '',
      },
      {
        who: 'Ana',
        says: 'I would suggest that we look at the dashboard first.',
        acts: 'advice',
        found: '',
      },
      {
        who: 'Lena',
        says: 'We looked at Frostline last spring and it was too expensive.',
        acts: 'need',
        found: 'competitor objection',
      },
      {
        who: 'Ana',
        says: 'You should see our new module, it comes with sensors.',
        acts: 'advice pitch.features',
        found: '',
      },
      {
        who: 'Lena',
        says: 'I have to think about it.',
        acts: 'information',
        found: 'objection',
      },
      {
        who: 'Ana',
        says: 'I will send you our brochure tomorrow.',
        acts: 'commitment',
        found: 'commitment',
      },
      {
        who: 'Lena',
        says: 'Fine. I prefer a short mail over a brochure.',
        acts: 'other information',
        found: 'trait.preference',
      },
    ],
    open: [7, 9],
  },
  {
    name: 'speech recognition without any marks',
    lines: [
      {
        who: 'Ana',
        says: 'okay so what made you look for something new',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Omar',
        says: 'well we lose about two hours every monday because the list is wrong',
        acts: 'need',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'so you lose two hours every monday',
        acts: 'reflection.simple',
        found: '',
      },
      {
        who: 'Omar',
        says: 'yeah and then my boss calls me at home',
        acts: 'implication self-disclosure',
        found: '',
      },
      {
        who: 'Ana',
        says: 'what does that do to you',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Omar',
        says: 'i am tired of it to be honest i am worried about the summer',
        acts: 'feeling',
        found: 'trait.irritant',
      },
      {
        who: 'Ana',
        says: 'how many people work on that list',
        acts: 'question.closed',
        found: '',
      },
      {
        who: 'Omar',
        says: 'three people and me',
        acts: 'information',
        found: '',
      },
      {
        who: 'Ana',
        says: 'do you type it over by hand',
        acts: 'question.closed',
        found: '',
      },
      {
        who: 'Omar',
        says: 'yes all of it and nobody checks it',
        acts: 'need',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'it sounds like you carry that alone',
        acts: 'reflection.complex',
        found: '',
      },
      {
        who: 'Omar',
        says: 'i do nobody else knows where the list is',
        acts: 'need',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'what would it mean for you if the list was right',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Omar',
        says: 'then i could sleep on sunday night',
        acts: 'information',
        found: '',
      },
      {
        who: 'Ana',
        says: 'i will send you an example by friday',
        acts: 'commitment',
        found: 'commitment',
      },
      {
        who: 'Omar',
        says: 'great could you send it to my colleague as well',
        acts: 'request affirmation',
        found: 'request',
      },
    ],
    open: [],
  },
  {
    name: 'een bezoek in het Nederlands',
    lines: [
      {
        who: 'Ana',
        says: 'Goedemorgen Joost, hoe gaat het met de nieuwe winkel?',
        acts: 'question.open smalltalk',
        found: '',
      },
      {
        who: 'Joost',
        says: 'Druk, maar goed. We hebben een beter overzicht nodig van de bestellingen.',
        acts: 'other need',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'Wat gaat er nu mis met de bestellingen?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Joost',
        says: 'Niemand weet wat er in de koeling ligt, en het kost ons elke week een halve dag.',
        acts: 'need implication',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'Dus niemand weet wat er in de koeling ligt.',
        acts: 'reflection.simple',
        found: '',
      },
      {
        who: 'Joost',
        says: 'Precies. En ik maak me zorgen over december.',
        acts: 'affirmation feeling',
        found: 'feeling',
      },
      {
        who: 'Ana',
        says: 'Wat betekent dat voor december?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Joost',
        says: 'Dan moet ik alles met de hand tellen, en daar slaap ik slecht van.',
        acts: 'need implication',
        found: 'need',
      },
      {
        who: 'Ana',
        says: 'Zou het helpen als de teller het zelf doet?',
        acts: 'question.closed',
        found: '',
      },
      {
        who: 'Joost',
        says: 'Misschien. Wat kost dat per maand?',
        acts: 'other question.closed',
        found: '',
      },
      {
        who: 'Ana',
        says: 'Dertig euro per maand, zonder contract.',
        acts: 'information',
        found: '',
      },
      {
        who: 'Joost',
        says: 'Dat is niet te duur. Kun je me een offerte sturen voor vrijdag?',
        acts: 'information question.closed request',
        found: 'request',
      },
      {
        who: 'Ana',
        says: 'Ik stuur je morgen de offerte.',
        acts: 'commitment',
        found: 'commitment',
      },
      {
        who: 'Joost',
        says: 'Mijn dochter gaat in juni trouwen, dus in juni ben ik er niet.',
        acts: 'self-disclosure',
        found: 'trait.event',
      },
      {
        who: 'Ana',
        says: 'Gefeliciteerd! Dan bel ik je in mei.',
        acts: 'other commitment',
        found: 'commitment',
      },
      {
        who: 'Joost',
        says: 'Bedankt, fijn weekend alvast.',
        acts: 'thanks smalltalk',
        found: '',
      },
    ],
    open: [],
  },
  {
    name: 'an investor who asks well',
    lines: [
      {
        who: 'Sam',
        says: 'What is the one thing that could kill this company?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Ana',
        says: 'Churn. We lost four customers this year, and I can show you each one.',
        acts: 'other information',
        found: '',
      },
      {
        who: 'Sam',
        says: 'Why did they leave?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Ana',
        says: 'Two of them closed, and two did not use it.',
        acts: 'information',
        found: '',
      },
      {
        who: 'Sam',
        says: 'I thought you only sell to hospitals.',
        acts: 'information',
        found: 'belief.false',
      },
      {
        who: 'Ana',
        says: 'No, half of our customers are shops by now.',
        acts: 'pitch.expertise',
        found: '',
      },
      {
        who: 'Sam',
        says: 'Good to know. I have been burned before by one big customer.',
        acts: 'other information',
        found: 'trait.risk',
      },
      {
        who: 'Ana',
        says: 'So you would rather see many small ones than one large.',
        acts: 'reflection.complex',
        found: '',
      },
      {
        who: 'Sam',
        says: 'Exactly. I do not like surprises, and I like to see the numbers first.',
        acts: 'affirmation self-disclosure',
        found: 'trait.risk',
      },
      {
        who: 'Ana',
        says: 'You will have the churn by year on Wednesday.',
        acts: 'commitment',
        found: 'commitment',
      },
      {
        who: 'Sam',
        says: 'I can introduce you to Marian Holt, she built something like it.',
        acts: 'information',
        found: 'referral',
      },
      {
        who: 'Ana',
        says: 'Thank you, I would like that a lot.',
        acts: 'thanks',
        found: '',
      },
      {
        who: 'Sam',
        says: 'My goal is two companies this year, not ten.',
        acts: 'information',
        found: 'trait.goal',
      },
      {
        who: 'Ana',
        says: 'What would you need to see to make us one of the two?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Sam',
        says: 'A year in which nobody leaves.',
        acts: 'information',
        found: '',
      },
      {
        who: 'Sam',
        says: 'On weekends I sail, so call me on a Monday.',
        acts: 'information',
        found: 'trait.interest',
      },
    ],
    open: [],
  },
  {
    name: 'asking the boss for a day a week',
    lines: [
      {
        who: 'Ana',
        says: 'I would like to talk about Fridays. Do you have ten minutes?',
        acts: 'information question.closed',
        found: '',
      },
      {
        who: 'Grace',
        says: 'Ten, yes. I hate long meetings.',
        acts: 'other feeling',
        found: 'trait.irritant',
      },
      {
        who: 'Ana',
        says: 'What worries you most about the autumn?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Grace',
        says: 'That we promise too much again. Last year we ended up working every weekend.',
        acts: 'information',
        found: '',
      },
      {
        who: 'Ana',
        says: 'It sounds like the weekends cost you more than the money did.',
        acts: 'reflection.complex',
        found: '',
      },
      {
        who: 'Grace',
        says: 'They did. My kids stopped asking when I come home.',
        acts: 'other self-disclosure',
        found: '',
      },
      {
        who: 'Ana',
        says: 'I could take the planning off you on Fridays.',
        acts: 'information',
        found: '',
      },
      {
        who: 'Grace',
        says: 'What would the team say about that?',
        acts: 'question.open',
        found: '',
      },
      {
        who: 'Ana',
        says: 'I asked them. Three of them would help.',
        acts: 'other information',
        found: '',
      },
      {
        who: 'Grace',
        says: 'I am not convinced, but I like that you asked.',
        acts: 'self-disclosure',
        found: 'objection',
      },
      {
        who: 'Ana',
        says: 'What if we try it for four weeks?',
        acts: 'question.open advice',
        found: '',
      },
      {
        who: 'Grace',
        says: 'Fine. We have to keep the promise to the schools, that comes first.',
        acts: 'other information',
        found: 'trait.value',
      },
      {
        who: 'Ana',
        says: 'I will write down how we keep it and send it to you tomorrow.',
        acts: 'commitment',
        found: 'commitment',
      },
      {
        who: 'Grace',
        says: 'I would rather have it on one page.',
        acts: 'information',
        found: 'trait.preference',
      },
    ],
    open: [],
  },
];

for (const { name, lines, open } of GOLDEN)
  test(`golden: ${name}`, () => {
    const { report } = understand(talk(lines.map(({ who, says }) => [who, says])), { zone: 'Europe/Amsterdam' });
    const heard = report.turns.map(({ text, speaker, acts, i }) => ({
      who: speaker,
      says: text,
      acts: [...new Set(acts.filter(({ p }) => p >= 0.5).map(({ act }) => act))].join(' '),
      found: report.findings
        .filter(({ turn }) => turn === i)
        .map(({ kind }) => kind)
        .join(' '),
    }));
    assert.deepEqual(heard, lines);
    assert.deepEqual(
      report.listening.questions.unansweredAt?.map(({ turn }) => turn),
      open,
    );
  });
