import type { FindLexicon } from './cue.ts';

/** Cues of findings in English, beside those of the acts. */
export const FINDINGS_EN: FindLexicon = {
  classes: {
    i: 'i we',
    my: 'my our',
    love: 'run cycle swim sail climb hike ski paint garden bake fish surf row dance camp',
    doing:
      'running cycling swimming sailing climbing hiking skiing painting gardening cooking baking fishing surfing rowing dancing listening reading travelling traveling camping football tennis golf chess jazz music opera photography',
    thing:
      'product app tool platform support service team system software sensor sensors dashboard report reports invoice invoices onboarding training website portal people engineer engineers driver drivers delivery deliveries',
  },
  cues: [
    {
      tag: 'depth.1',
      strong:
        'because, the reason is, due to, that is why, caused by, comes from, nobody acts/checks/owns/picks, what i do not have, no one to',
    },
    {
      tag: 'depth.2',
      strong: `costs us, cost us, customer/customers/client/clients left/leave/complain/complained, <i> lost a/one/two/three/the ~ customer/client/contract/order/deal, revenue, turnover, margin, penalty, penalties,
        fines, hours a/every/each/per week/day/month/monday, days a/every/each/per week/month, overtime, lost sales, deadline, deadlines, euros, dollars, pounds, thousand a/per, full-time, the business, in a/the skip, paid for all, nobody gets up, nobody will get up, thousand lunches/pounds/euro/dollars`,
    },
    {
      tag: 'depth.3',
      strong: `my name, my word, my nurses/drivers/people/team/pupils/clients, my job, my desk, my boss, my evenings/evening/weekend/weekends/sunday/nights, i am the one who, i end up, myself, my reputation, on me, my bonus, my head, i get the call/calls/blame, i have to ~ again,
        my family, my kids, home late`,
    },
    {
      tag: 'depth.4',
      strong: `sleep, peace of mind, trust, to believe, proud, afraid, ashamed, keep my word, keep what i, sign my name, three in the morning, matters to me, feel safe, feel alone, respect, dread, <i> like to keep, my promise, i could not promise, twice to the same`,
    },
    {
      tag: 'trait.value',
      strong: `matters ~ to me, what matters, important to me, i care about, i believe in, i like to keep, we value, <i> stand for, <i> do not like to be/check/chase/beg/guess/judge/lie/owe/lose/break/waste/let/cheat/promise/leave/throw/push/rush/spend/sell, <i> do not like throwing/lying/wasting/cheating,
        i only pass on, comes first, will not compromise, the right thing, my principle, non-negotiable,
        for me it is about, i would never, keep my word, family first, is everything to me`,
      fair: 'important to us, we care about',
    },
    {
      tag: 'trait.risk',
      strong: `play it safe, can not take ~ risk/risks/chances, do not like risk/risks/surprises, burned before, burnt before, been burned, prove it first, too risky, not willing to gamble, take the risk, take a risk,
        take that risk, start small, pilot first, try it first, early adopter, love to experiment, happy to experiment, risk averse, ^ give me one/two/three/a _ and a, ^ give us one/two/three/a _ and a, i would rather stop than, with the worst two, <i> would rather wait, something proven, proven first, has to be proven, a big risk, the risk is, let others go first`,
    },
    {
      tag: 'bold',
      strong: 'early adopter, love to experiment, happy to experiment, willing to take, happy to take, do not mind, love trying',
    },
    {
      tag: 'small-first',
      strong: 'start small, pilot first, try it first, give me/us one/two/three/a _ and, the worst two, start with the worst',
    },
    {
      tag: 'trait.interest',
      strong: `i <love> ~ every, i <love> in the, in my spare time, in my free time, my hobby, my hobbies, i love <doing>, i am into, big fan of, huge fan of, i collect, i play the/football/tennis/golf/chess/guitar/piano/in,
        i go <doing>, i enjoy <doing>, i coach, i volunteer, my garden, my boat, my allotment, i support the, season ticket`,
      fair: 'at weekends/weekend <i>, on weekends <i>, when i am not working',
    },
    {
      tag: 'trait.irritant',
      strong: `please not another/a/the, please no more, not another dashboard/meeting/demo/form/brochure/slide/newsletter/call/survey, spare me the, it bothers me, that bothers me, irks me, annoys me, drives me crazy/mad/nuts, i hate, i can not stand, pet peeve, bugs me, on my nerves, <i> am/are/get/got ~ sick/tired of, <i> am/are/get/got ~ fed up, what irritates, irritates me, i do not like it when, i can not bear, my biggest frustration`,
    },
    {
      tag: 'trait.preference',
      strong: `i prefer, we prefer, i would rather, we would rather, best way to reach, mornings work, afternoons work, mornings are best/better/good, do not call me, please do not call, better by mail/email/phone/text, i like it when, in writing,
        email is best, text me, call me rather, i would like it short, keep it short, i do not read long, easier for me if`,
      fair: 'works best for me, works better for me/us, i like to, we like to',
    },
    {
      tag: 'trait.goal',
      strong: `<my> goal, <my> aim, <my> ambition, <my> dream, i want to become, we want to be, we want to become, we want to grow, i want to grow, i hope to, we hope to, we plan to, i plan to, we are aiming, i am aiming, we would like to reach, where i want to be, where we want to be`,
    },
    {
      tag: 'trait.event',
      strong: `getting married, got married, had a baby, having a baby, expecting a, maternity leave, paternity leave, parental leave, my daughter/son starts/graduates/started/graduated, moving house, we are moving to,
        i am moving to, my birthday, i am retiring, i retire, new job, i was promoted, i got promoted, passed away, is in hospital, my mother/father/wife/husband is ill/sick, my sister/brother/son/daughter/mother/father/parents/family visits/visit/comes/come, is/are visiting me/us, surgery, on holiday from/until/next, on leave from/until,
        i start/started in ~ role, i am leaving the/in, my last day, my first day, anniversary, wedding`,
    },
    {
      tag: 'belief',
      strong: `i thought you, we thought you, i assumed you, we assumed you, i heard you, we heard you, i was told you, you are a/an ~ company, you only do/sell/offer/make/deliver/serve/have/work, so you are a, i understood you, i had the idea you,
        as far as i know you, you are a/an _ company/firm/shop/vendor/agency/bank/school/insurer, you are a/an _ _ company/firm/shop/vendor/agency, you can not do, your <thing> does not, your <thing> can not, your <thing> only, i thought your, i assumed your`,
    },
    {
      tag: 'trusting',
      strong: 'trusts/trust you, trusts/trust your, has faith in you, <i> have faith in you, <i> believe in you, <i> know you keep',
    },
    {
      tag: 'limits',
      strong: 'only, you do not, you can not, does not, can not, never, nothing but, too small, too big, too expensive',
    },
    {
      tag: 'belief.gap',
      strong: `i do not know what you do/offer/sell/make, i do not know how you work/differ/do, i do not know how your, i do not know whether you do/offer/sell/can, did not know you, did not know that you/your/somebody/someone/anybody, did not know there is/was, had no idea you, not sure what you do/offer/sell/make, not sure how you work/differ/do, not sure how your, what do you do exactly,
        what is it you do, what do you offer, what do you do, i do not understand your, i do not understand how you/your, never heard of you, how does your, what does your, does your, can your, does it work/integrate/support/connect/run, do you offer/support/integrate/provide/sell/deliver`,
    },
    {
      tag: 'feedback',
      strong: `your <thing> is/are/was/were, i love your, we love your, i like your, we like your, what i like about you, what i like about your, keeps crashing, you were late, you never called, you promised, nobody called us back,
        would be better if, would be great/nice/good/better if you had/offered/made/showed/added/supported/were, would be great if your, would be nice if your, you could improve, you should improve, we are happy with you, we are happy with your, happy with the service/support/product,
        disappointed in/with/by you, disappointed in/with/by your, your <thing> ~ great, your <thing> ~ wrong, your <thing> never, your <thing> always, your <thing> keeps, your <thing> did not, your <thing> told, you are quick/fast/reliable/punctual/honest/patient/kind, your _ is/are/was/were ~ lovely/great/excellent/brilliant/helpful/wonderful/terrible/awful/slow/late/wrong/perfect/beautiful/poor/rude/kind, could be better is, would be better is, should be better is, could be better about, ^ _ knew our/my, ^ _ remembered our/my, is a treasure/gem/star, thanks to your, thanks to you`,
    },
    {
      tag: 'praise',
      strong:
        'great, love, like, good, excellent, brilliant, helpful, fast, friendly, happy, thanks to, always, best, wonderful, lovely, beautiful, perfect, saved, easy, kind, patient, knew, remembered, treasure, gem, star, thoughtful, quick, reliable, punctual, honest',
    },
    {
      tag: 'blame',
      strong: `late, crash, crashing, crashes, wrong, slow, never, nobody, improve, better, disappointed, did not, does not, not, confusing, missing, broken, bad, poor, terrible, awful, would be great if, would be nice if, too, hard, unclear, rude`,
    },
    {
      tag: 'referral',
      strong: `i can introduce you, i could introduce you, i will introduce you, let me introduce you, you should talk to, you should speak to, you should meet, i know someone/somebody who, i recommended you, recommended you to, recommended you,
        pass your name, pass on your, gave us your name, gave me your name, told us about you, told me about you, told _ about you, told _ _ about you, mentioned you to, heard about you from/through, heard of you through/from, put you in touch, connect you with, would love this too, referred us`,
    },
    { tag: 'send-on', strong: '^ talk/speak to/with, ^ <i> told, ^ <i> have told, ^ go and see, ^ go and talk' },
    {
      tag: 'competitor',
      strong: `we use _ today/now/currently, compared to, compared with, switch from, switching from, switched from, moving away from, quoted us, better than, cheaper than, instead of, alternative to, we talked/spoke to, we have talked/spoken to, <i> are talking/speaking to, am talking/speaking to,
        we looked at, we tried, offers us, a quote from, a demo from, an offer from, competitor, competitors, happy with, contract with, customers of`,
      fair: 'we use, we are using, we have been using, we work with, <i> are with, does that, can do that, has that',
    },
    {
      tag: 'objection',
      strong: `<i> have bought the/another/a, <i> have signed with/the/another, <i> have already bought/signed/chosen/decided, <i> have gone with, <i> bought the other, <i> went with the/another, too expensive, so expensive, no budget, not in the budget, not have the/a/any budget, not have ~ time for, we already have, not a priority, have to talk to my, have to ask my, <i> decide together, need to think about it, have to think about it, not the right time, not right now, not convinced,
        do not see how, do not see why <i>/you/it/this/that, do not see the, happy with what we have, locked in, run it by, check with my boss, my boss will not, sounds expensive, more than we, can not justify, not for us, i doubt, not interested, too much money,
        too risky for us, not ready, out of our budget, over budget, why would we, cheaper elsewhere, next year maybe, what if it does not, lot of money, bit expensive, pretty expensive`,
      fair: 'expensive, the price is, the cost is, i am not sure you/your/it/this/we, i have doubts, my concern, a concern, concerned that, too complicated',
    },
    { tag: 'subject.price', strong: 'expensive, budget, price, cost, costs, money, cheaper, afford, justify, fee' },
    { tag: 'subject.timing', strong: 'time, now, next year, priority, ready, later, locked in, contract, busy' },
    {
      tag: 'subject.authority',
      strong:
        'my boss, have to talk to, have to ask my, decide together, run it by, board, approval, decide alone, sign off, finance, procurement',
    },
    {
      tag: 'subject.no-need',
      strong:
        'already have, have bought, have signed, have already, gone with, went with, bought the other, happy with, do not need, not for us, why would we, not interested',
    },
    { tag: 'subject.trust', strong: 'convinced, doubt, doubts, risky, not sure, do not see how, what if, does not work' },
    {
      tag: 'errand',
      strong: `by monday/tuesday/wednesday/thursday/friday/then/the/end, before monday/tuesday/wednesday/thursday/friday/the, as soon as, write up, put together, send me/us/it/them/over, form, copy, later, tomorrow, today, tonight, monday, tuesday, wednesday, thursday, friday, next week, this week, end of, report, minutes, letter, letters, attachments, do not send, name, names, address, morning, units, page, date, hours, rounds, figures, week after, until monday/tuesday/wednesday/thursday/friday, email, mail, document, presentation, proposal, quote, contract, invite, invoice, numbers, sample,
        samples, slides, file, folder, link, draft, summary, notes, list, meeting, call, details, figures, agreement, offer, prototype, budget, spec, specification, agenda, photos`,
    },
    {
      tag: 'at-once',
      strong: `hear me, can you hear, hear that, see my, hold on, wait, speak up, louder, repeat, say that, next slide, go back, scroll, click, plug, pass me, give me a second, give me a moment, bear with, move on, turn it, share your screen, share my screen, open it, close it, spell,
        from here, right here, over here, would you like, would you want, think of, right now, please find, straight away now, remember, imagine, explain, tell me, tell us, describe, show me, guess, start with, put that up, press, skip, read it out, introduce yourself, come up, go ahead, take a seat, a sec, a minute, be able, f eight, f five`,
    },
    { tag: 'to-you', strong: 'you' },
    { tag: 'held', strong: 'i promise, without fail, you have my word, i mean it' },
    {
      tag: 'brushed-off',
      strong:
        'why not, i do not mind, i am not sure if/what/which/who/where/when/that/about/whether, not sure what, is not/it too expensive',
    },
  ],
};
