"""A report in, the day of each claim: by syntax, by the story, and with its reason."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.ledger.why import days
from tests.claims.conftest import Told

STORIES = [
    pytest.param(
        "The post in Kolm had been vacant since 1 April when the writer Danilo Vesk was shot to death.",
        ["2024-04-01"],
        id="what was on the day since which something has been so is of that day",
    ),
    pytest.param(
        "Shells killed six people in Kolm late on Wednesday. The town had been shelled by the rebels the night before.",
        ["2024-05-08", "2024-05-07"],
        id="the night before is that before the day told of",
    ),
    pytest.param(
        "The Marn Liberation Front, a militia active in Orvan since the 1990s, killed nine people in Kolm on Tuesday.",
        ["2024-05-07"],
        id="how long a party has been there dates nothing that it did",
    ),
    pytest.param(
        "Heavy shelling hit a market in Kolm, the mayor said. Another attack on the town on Sunday killed six people.",
        ["not after 2024-05-10", "2024-05-05"],
        id="the day of another attack is not that of the first",
    ),
    pytest.param(
        "Shelling hit a market in Kolm. Rebels are also accused of having attacked the same market on Sunday.",
        ["not after 2024-05-10", "2024-05-05"],
        id="what was done too and to the same has a day of its own",
    ),
    pytest.param(
        "The front said that ten people were killed, adding there had been no fighting in Kolm in the past 20 days.",
        ["not after 2024-05-10", "2024-04-20 to 2024-05-10"],
        id="what is added has days of its own",
    ),
    pytest.param(
        "The fighters attacked a post in Kolm and killed two guards shortly before midnight Monday, officials said.",
        ["2024-05-06"],
        id="shortly before an hour is on its day",
    ),
    pytest.param(
        "For three years the MLF has been raiding villages near Kolm and has killed 350 people.",
        ["2021-05-11 to 2024-05-10"],
        id="a length behind for on a perfect runs up to the telling",
    ),
    pytest.param(
        "A bomb killed nine people in Kolm on Tuesday. Last year the mayor of Dolvi was killed. He was killed at home.",
        ["2024-05-07", "2023-01-01 to 2023-12-31", "not after 2024-05-10"],
        id="who goes on in a year gone by is not of the story",
    ),
    pytest.param(
        "Guerrillas attacked Kolm on Friday in what the mayor calls a revenge for the killing of a leader by the army "
        "on Thursday. They threw a bomb at the police in Kolm and killed a guard.",
        ["2024-05-10", "2024-05-09", "2024-05-10"],
        id="what was avenged has a day of its own and lends it to nobody",
    ),
    pytest.param(
        "Shells killed nine people in Kolm on Thursday. An earlier attack on the town left five dead.",
        ["2024-05-09", "not after 2024-05-08"],
        id="an earlier attack was over before the story's day",
    ),
    pytest.param(
        "The raid on Thursday killed nine people in Kolm. The attack came days after a bombing that killed 12 in Kolm.",
        ["2024-05-09", "2024-04-26 to 2024-05-07"],
        id="what an attack came days after has no part in its day",
    ),
    pytest.param(
        "The raid on Thursday killed nine people in Kolm. The attack came hours after a bombing that killed 12 there.",
        ["2024-05-09", "2024-05-09"],
        id="what an attack came hours after is of its day",
    ),
    pytest.param(
        "Shells killed nine people in Kolm on Thursday. The shelling followed a shooting that killed three in Kolm.",
        ["2024-05-09", "not after 2024-05-08"],
        id="what it followed was over by then",
    ),
    pytest.param(
        "One woman was killed in an air strike on Kolm on Thursday, the site of a massacre last year.",
        ["2024-05-09", "2023-01-01 to 2023-12-31"],
        id="what a place is known for has a day of its own",
    ),
    pytest.param(
        "Gunmen attacked Kolm on Tuesday.\n\nAround 3 pm, soldiers killed nine people.",
        ["2024-05-07", "2024-05-07"],
        id="an hour told as done is of the day last spoken of",
    ),
    pytest.param(
        "Two rebels were killed in clashes in Kolm on February 11 and 12.",
        ["2024-02-11 to 2024-02-12"],
        id="two days that follow each other are one stretch",
    ),
    pytest.param(
        "Ten people were injured after men used a van, and possibly a car, to open fire at a party in Kolm on Sunday.",
        ["2024-05-05"],
        id="what was used to do it lies where the verb looks",
    ),
    pytest.param(
        "Veldania: timeline of 2023\n\n3 March\n\nShells killed nine people in Kolm.\n\n5 March\n\nThe MLF took Dolvi."
        "\n\nTwo guards were killed in an ambush near Brenik.\n\n9 April\n\nA bomb went off in Karsk.",
        ["2023-03-03", "2023-03-05", "2023-03-05", "2023-04-09"],
        id="days alone on their lines date what is told below them",
    ),
    pytest.param(
        "Live from Kolm\n\n10 May\n\nShells hit a market in Kolm.\n\n9 May\n\n"
        "Shells hit Dolvi.\n\n8 May\n\nShells hit Brenik.",
        ["not after 2024-05-10", "not after 2024-05-09", "not after 2024-05-08"],
        id="the newest first is a live blog and no chronology",
    ),
    pytest.param(
        "One woman was killed by a bomb in Kolm on the anniversary of the 2004 massacre.",
        ["not after 2024-05-10"],
        id="the year of what an anniversary is of dates that alone",
    ),
    pytest.param(
        "The raid on Kolm occurred the evening before the tenth anniversary of the revolt.",
        ["not after 2024-05-10"],
        id="a part of a day counted from an unknown day is none",
    ),
    pytest.param(
        "Shells killed nine people in Kolm on Tuesday. The attack came after two agencies had left Kolm last week.",
        ["2024-05-07", "2024-05-07"],
        id="what a deed came after has its own day",
    ),
    pytest.param(
        "Shells killed nine people in Kolm on Tuesday. The attack came a day after militants killed a guard in Dolvi.",
        ["2024-05-07", "2024-05-06"],
        id="a day after is counted from the day of the story",
    ),
    pytest.param(
        "Born in Kolm in 1986, the commander fought Korvian forces in Marn.",
        ["not after 2024-05-10"],
        id="a birth dates nothing else",
    ),
    pytest.param(
        "Some 22 clinics have been hit by shelling in Kolm since the heavy offensive began on 8 March.",
        ["2024-03-08 to 2024-05-10"],
        id="since a day the parser cuts off from its clause",
    ),
    pytest.param(
        "Karsk knows no peace, with at least 33 attacks on aid workers in Dolvi in the first quarter of 2024.",
        ["2024-01-01 to 2024-03-31"],
        id="a number with a bound ranks nothing",
    ),
    pytest.param(
        "The mayor on Thursday condemned the killing of four guards in Kolm, a spokesman said.",
        ["not after 2024-05-09"],
        id="who condemns a deed on a day named before does so afterwards",
    ),
    pytest.param(
        "The judges walked out on Thursday to protest the murder of the mayor of Kolm.",
        ["not after 2024-05-09"],
        id="who protests a deed does so afterwards",
    ),
    pytest.param(
        "The judges will resign next week to protest the murder of the mayor of Kolm.",
        ["not after 2024-05-10"],
        id="what is protested next week was done before it is told",
    ),
    pytest.param(
        "A gang attacked Kolm. In January 2023 its members were accused of killing six guards in Kolm.",
        ["not after 2024-05-10", "not after 2023-01-31"],
        id="a far bound is that of another deed",
    ),
    pytest.param(
        "A bomb killed two policemen in Kolm on Tuesday. A third policeman died of his wounds on Thursday.",
        ["2024-05-07", "2024-05-07"],
        id="who dies of wounds died of what was done on the day before",
    ),
    pytest.param(
        "Northwire said in the past six days in Kolm 84 people had been killed in air strikes.",
        ["2024-05-04 to 2024-05-10"],
        id="a stretch of days is that of what is told and not of the telling",
    ),
    pytest.param(
        "A second suspect in the shooting that left one person dead in Kolm was arrested on Tuesday.",
        ["not after 2024-05-07", "2024-05-07"],
        id="the day of an arrest bounds the deed behind it",
    ),
    pytest.param(
        "Two men were charged on Tuesday with the murder of a priest in Brenik.",
        ["not after 2024-05-07"],
        id="the day of a charge bounds the deed",
    ),
    pytest.param(
        "A man accused of the bombing that killed six people in Dolvi was back in court on Monday.",
        ["not after 2024-05-06"],
        id="the day in court bounds the deed",
    ),
    pytest.param(
        "A man accused of the bombing that killed six people in Dolvi was ordered on Monday to stand trial.",
        ["not after 2024-05-06"],
        id="the day of an order of the court bounds the deed",
    ),
    pytest.param(
        "Hundreds packed a funeral service on Monday for six people killed in an air strike on Dolvi.",
        ["not after 2024-05-06"],
        id="the day of a funeral bounds the deed",
    ),
    pytest.param(
        "The six soldiers killed in an ambush near Dolvi were buried on Monday.",
        ["not after 2024-05-06"],
        id="the day of a burial bounds the deed",
    ),
    pytest.param(
        "A bomber killed ten people as a funeral was held in Dolvi on Monday.",
        ["2024-05-06"],
        id="a deed at a funeral has its day",
    ),
    pytest.param(
        "A colonel pleaded guilty to murder on 8 May. The bodies of two guards were found in a pond near Kolm.",
        ["not after 2024-05-08", "not after 2024-05-08"],
        id="no story stands at a day in court",
    ),
    pytest.param(
        "Gunmen tried on Monday to storm a post near Kolm and killed two guards.",
        ["2024-05-06"],
        id="who tries to do something stands before no court",
    ),
    pytest.param(
        "A colonel was charged in the May 4 shooting of a clerk in Dolvi.",
        ["2024-05-04"],
        id="a day within the phrase of the deed dates it",
    ),
    pytest.param(
        "Gunmen shot dead two guards in Dolvi and police arrested four men on Monday.",
        ["2024-05-06", "2024-05-06"],
        id="an arrest beside a deed bounds nothing",
    ),
    pytest.param(
        "The army killed nine people in an air raid on Kolm, the militia said, as it goes on with operations aimed at "
        "recovering ground it lost last year.",
        ["not after 2024-05-10"],
        id="a clause right on a noun dates what it tells of",
    ),
    pytest.param(
        "The attack, one of the deadliest this year, killed nine people in Kolm.",
        ["not after 2024-05-10"],
        id="the stretch within which it ranks does not date it",
    ),
    pytest.param(
        "The largest attack on Tuesday killed nine people in Kolm.",
        ["2024-05-07"],
        id="the day of what ranks dates it",
    ),
    pytest.param(
        "Eight missiles were fired at Kolm, a frequent target in recent weeks.",
        ["not after 2024-05-10"],
        id="what is added behind a comma has a time of its own",
    ),
    pytest.param(
        "A clerk was shot in Dolvi on Monday. She died at a hospital on Wednesday.",
        ["2024-05-06", "2024-05-06"],
        id="who died later died of what was done on the day of the hurt",
    ),
    pytest.param(
        "May 10, 2024 Three people were killed when a shell hit a bakery in Dolvi.",
        ["not after 2024-05-10"],
        id="the day printed over the report dates no event",
    ),
    pytest.param(
        "Three soldiers were killed near Kolm. News of the soldiers' deaths came on Thursday.",
        ["not after 2024-05-09", "not after 2024-05-09"],
        id="the day on which news came bounds the event and what else is told of it",
    ),
    pytest.param(
        "On Wednesday a suicide bomber killed four people in a hospital in Dolvi. Troops executed nine men in Dolvi on "
        "Monday. The blast wounded two nurses.",
        ["2024-05-08", "2024-05-06", "2024-05-08"],
        id="a definite noun goes back to its own kind and not to the nearest killing",
    ),
    pytest.param(
        "On Wednesday a suicide bomber killed four people in Dolvi. The attack came as a monitoring group said that "
        "troops had executed nine men in Brenik on Monday.",
        ["2024-05-08", "2024-05-08", "2024-05-06"],
        id="what had been before an attack does not date it",
    ),
    pytest.param(
        "In the last 24 hours the MLF murdered two officials near Kolm. In Dolvi seven banks were attacked.",
        ["2024-05-09 to 2024-05-10", "2024-05-09 to 2024-05-10"],
        id="what goes on behind the last 24 hours happened in them",
    ),
    pytest.param(
        "A bomb killed many people in Kolm on Monday. The number of victims is 59 and not 62, as was reported "
        "officially on Thursday.",
        ["2024-05-06", "2024-05-06"],
        id="the day on which something was reported dates no deed",
    ),
    pytest.param(
        "The army denied charges raised on Thursday by a monitor that blames it for the murder of two priests in Kolm.",
        ["not after 2024-05-09", "not after 2024-05-09"],
        id="the day on which a charge was raised is not that of the deed",
    ),
    pytest.param(
        "Three soldiers were killed near Kolm. Northwire had reported the deaths on Tuesday.",
        ["not after 2024-05-07", "not after 2024-05-07"],
        id="the day on which the deaths were reported bounds them",
    ),
    pytest.param(
        "On Wednesday a suicide bomber killed four people in Dolvi. Troops executed nine men on Monday. Four people "
        "were killed in the attack, a doctor said.",
        ["2024-05-08", "2024-05-06", "2024-05-08"],
        id="a count told before goes on with what it was of",
    ),
    pytest.param(
        "Three people were killed by a shell in Kolm. The shelling wounded nine more on Tuesday morning.",
        ["2024-05-07", "2024-05-07"],
        id="the sentence that goes on with a definite noun dates the first",
    ),
    pytest.param(
        "Karsk has killed nine civilians in air strikes on Dolvi since it joined the war in 2023.",
        ["2023-01-01 to 2024-05-10"],
        id="a perfect with since runs up to the telling",
    ),
    pytest.param(
        "More than 100 people have been killed since the rising against the old governor's four-decade rule began in "
        "March 2011.",
        ["2011-03-01 to 2024-05-10"],
        id="a clause of since is a window though its subject is long",
    ),
    pytest.param(
        "As of Wednesday, twenty people had been killed by shells in Dolvi.",
        ["not after 2024-05-08"],
        id="a tally as of a day was over by then",
    ),
    pytest.param(
        "By Wednesday evening twenty people had been killed by shells in Dolvi.",
        ["not after 2024-05-08"],
        id="a perfect with by is bounded too",
    ),
    pytest.param(
        "Shells killed twenty people in Dolvi in the first three months of 2023.",
        ["2023-01-01 to 2023-03-31"],
        id="a slice of a year",
    ),
    pytest.param(
        "Air strikes killed nine people in Kolm on the night of 6 to 7 May.",
        ["2024-05-06 to 2024-05-07"],
        id="a night between two days is both",
    ),
    pytest.param(
        "Yesterday morning gunmen stopped a bus on the road to Kolm. Two passengers were killed by the gunmen.",
        ["2024-05-09"],
        id="a plain past happens where the narration stands",
    ),
    pytest.param(
        "Some 120 fighters were killed in air strikes near Kolm over the past 24 hours, the Korvian ministry said on "
        "Wednesday.",
        ["2024-05-07 to 2024-05-08"],
        id="a stretch up to now ends on the day on which it was said",
    ),
    pytest.param(
        'Sixty soldiers were killed on Wednesday in an air strike on Virm air base. "Warplanes bombed our troops at '
        'Virm air base today," the army said in a statement.',
        ["2024-05-08", "2024-05-08"],
        id="today between quotation marks is the day of the story",
    ),
    pytest.param(
        "Four villagers, killed last Friday [3 May] near Kolm, were buried in Karsk.",
        ["2024-05-03"],
        id="a bracket sets the day before it",
    ),
    pytest.param(
        "Police said on Thursday they had arrested two gunmen in Dolvi the day before.",
        ["2024-05-08"],
        id="a day right behind the word of saying dates the saying",
    ),
    pytest.param(
        "Twelve people were killed by shells in Kolm two days after the attack on Dolvi on 3 May.",
        ["2024-05-05", "2024-05-03"],
        id="days counted from another event",
    ),
    pytest.param(
        "On Tuesday nine guards were killed by gunmen in Kolm, two days after a bomb killed a mayor in Dolvi.",
        ["2024-05-07", "2024-05-05"],
        id="the other event of a count of days has the day counted back",
    ),
    pytest.param(
        "A bomb went off at a branch of the post office located in the old quarter of Kolm on Tuesday night.",
        ["2024-05-07"],
        id="a participle that only describes takes no time",
    ),
    pytest.param(
        "Dozens of villagers were killed in Dolvi in air strikes carried out by the Korvian air force in August 2023.",
        ["2023-08-01 to 2023-08-31"],
        id="a clause on the word for the event dates it",
    ),
    pytest.param(
        "The murder of three villagers in Kolm on Wednesday once again shows the nature of the militia.",
        ["2024-05-08"],
        id="a time that ends the phrase of the event is the event's, whatever the verb",
    ),
    pytest.param(
        "The mayor said that on Tuesday gunmen killed a teacher in Kolm.",
        ["2024-05-07"],
        id="a time behind the conjunction of what is said belongs to it",
    ),
    pytest.param(
        "In a statement released on Wednesday the guard said its gunmen had killed nine soldiers near Kolm.",
        ["not after 2024-05-08"],
        id="the day of a statement bounds what it says",
    ),
    pytest.param(
        "The council met after the killing of Daran Vel Orsan, president of the mill company and mayor of Kolm in "
        "2019.",
        ["not after 2024-05-10"],
        id="an apposition has its own time",
    ),
    pytest.param(
        "Police are investigating a shooting late on Tuesday night that killed two people in Dolvi.",
        ["2024-05-07"],
        id="what is being investigated lies behind",
    ),
    pytest.param(
        "Nine people were killed by shells in Kolm between 3 and 7 May.",
        ["2024-05-03 to 2024-05-07"],
        id="a stretch between two days",
    ),
    pytest.param(
        "Rockets fired by the Marn Liberation Front killed 14 people in Dolvi, residents said on Monday. On "
        "Tuesday Korvian warplanes killed 65 people in Dolvi.",
        ["not after 2024-05-06", "2024-05-07"],
        id="two unlike deeds of two parties have each its own day",
    ),
    pytest.param(
        "Monday's raid on Kolm came two weeks after 350 people were killed in a bombing in Dolvi.",
        ["2024-05-06", "2024-04-21 to 2024-04-23"],
        id="what is counted off from an event has its own day",
    ),
    pytest.param(
        "A guard died two days after he was shot in Kolm.",
        ["not after 2024-05-10"],
        id="who died days after he was shot is told of once",
    ),
    pytest.param(
        "A guard died on Thursday, three days after he was shot in Kolm.",
        ["2024-05-06"],
        id="the day of a death counts back to that of the hurt",
    ),
    pytest.param(
        "A clerk died on Wednesday after being shot in Dolvi on Monday.",
        ["2024-05-06"],
        id="who died after being shot was shot on the day told of that",
    ),
    pytest.param(
        "A boy who was shot in Dolvi was in critical condition on Thursday.",
        ["not after 2024-05-09"],
        id="how the hurt do on a day is later than the hurt",
    ),
    pytest.param(
        "Prosecutors filed a murder charge on Thursday over the bombing in Dolvi that killed two people.",
        ["not after 2024-05-09"],
        id="who is charged on a day did it before",
    ),
    pytest.param(
        "The death of a clerk in Kolm was ruled a homicide Monday.",
        ["not after 2024-05-06"],
        id="a ruling dates no death",
    ),
    pytest.param(
        "A clerk was shot dead in the 2000 block of Mill Road in Kolm.",
        ["not after 2024-05-10"],
        id="a number of houses is no year",
    ),
    pytest.param(
        "A witness heard shots around 11 p.m. that night. Two people were killed in Kolm.",
        ["not after 2024-05-10"],
        id="that night is none where no day was told",
    ),
    pytest.param(
        "1:21 Mother of the victim speaks\n\nTwo people were killed in Kolm.",
        ["not after 2024-05-10"],
        id="how long a recording lasts is no hour",
    ),
    pytest.param(
        "A man was shot dead in Kolm on Thursday. The shooting comes three months after a man was killed in Dolvi.",
        ["2024-05-09", "2024-01-30 to 2024-02-19"],
        id="what came months before is not of the day",
    ),
    pytest.param(
        "A bomb killed two soldiers in Kolm on Thursday, days after a raid in Dolvi left nine dead.",
        ["2024-05-09", "2024-04-26 to 2024-05-07"],
        id="what came days before is not of the day",
    ),
    pytest.param(
        "A man was shot dead in Kolm on Thursday. It follows a shooting in Dolvi, where five guards died.",
        ["2024-05-09", "not after 2024-05-10"],
        id="what a deed follows was over before",
    ),
    pytest.param(
        "The army has shelled the border since the Teshil Guard attacked Dolvi on June 7.",
        ["2023-06-07 to 2024-05-10", "2023-06-07"],
        id="what a clause of since tells has its day, and that lies behind",
    ),
    pytest.param(
        "At least 40 people have been killed in Dolvi since the army began its bombing of the town in March.",
        ["2024-03-01 to 2024-05-10"],
        id="a toll since something began is one of that",
    ),
    pytest.param(
        "The deadliest raid on Kolm since March killed nine people on Tuesday.",
        ["2024-05-07"],
        id="the stretch since when it ranks opens no window",
    ),
    pytest.param(
        "The toll of the raid on Kolm is one of the largest in Veldania since the army and rebels began shelling each "
        "other after war broke out in February. The raid took place on Tuesday.",
        ["2024-05-07", "2024-02-01 to 2024-02-29", "2024-05-07"],
        id="what a comparison steps back to has its own day",
    ),
    pytest.param(
        "“We recovered 12 bodies in Dolvi,” Daran Vel said of the attack, which happened on Sunday.",
        ["2024-05-05", "2024-05-05"],
        id="the day of what the saying is about",
    ),
    pytest.param(
        "Nineteen people were killed in an attack by gunmen who stormed the village of Lipna, about a year ago.",
        ["2023-01-01 to 2023-12-31"],
        id="a time set off at the end dates the main clause",
    ),
    pytest.param(
        "The strike on Kolm is part of a civil war between the Guard and the army, now well into its third year.",
        ["not after 2024-05-10"],
        id="how long a war has lasted does not date a strike",
    ),
    pytest.param(
        "A resident said the Sunday air raid on Kolm lasted for more than 20 minutes.",
        ["2024-05-05"],
        id="a raid that lasted happened",
    ),
    pytest.param(
        "Shells killed nine people in Dolvi on Thursday. The mayor of Kolm said on Wednesday that three guards had "
        "been killed by rockets in Kolm. “The rockets killed a nurse in Kolm,” he added.",
        ["2024-05-09", "not after 2024-05-08", "not after 2024-05-08"],
        id="a source that goes on is bounded by the day on which it spoke",
    ),
    pytest.param(
        "DOLVI, May 9 Nine people were killed by a shell in Dolvi.",
        ["not after 2024-05-09"],
        id="the day of a dateline bounds the event and does not date it",
    ),
    pytest.param(
        "The army was accused of the murder of two farmers in events that occurred last Saturday in Kolm.",
        ["2024-05-04"],
        id="the day of the events is that of what was done in them",
    ),
    pytest.param(
        "Two guards were killed in raids on Kolm on Tuesday and Wednesday.",
        ["2024-05-07 to 2024-05-08"],
        id="joined days of the week that follow each other are one stretch",
    ),
    pytest.param(
        "Dolvi, May 9 (Northwire) Nine people were killed by a shell in Dolvi.",
        ["not after 2024-05-09"],
        id="so does that of a dateline in small letters, set off by its agency",
    ),
    pytest.param(
        "Two guards were shot dead in Kolm, police said. Earlier this week, the army killed 14 fighters in Marn.",
        ["not after 2024-05-10", "2024-05-06 to 2024-05-09"],
        id="a look back lends its week to no lead",
    ),
    pytest.param(
        "This year the war has cost the army 40 soldiers, who were killed in Marn.",
        ["2024-01-01 to 2024-05-10"],
        id="what is told was over by the telling",
    ),
    pytest.param(
        "A total of 125 people were killed in April in Veldania, the VMC said. Marn was worst hit, with 36 people "
        "killed.",
        ["2024-04-01 to 2024-04-30", "2024-04-01 to 2024-04-30"],
        id="the figures of a report are of the period that it opens with",
    ),
    pytest.param(
        "Nine people have been killed in Kolm in air strikes that began on Monday.",
        ["2024-05-06 to 2024-05-10"],
        id="what began on a day and goes on runs up to the telling",
    ),
    pytest.param(
        "Nine people were killed in Kolm in air strikes that began on Monday.",
        ["2024-05-06"],
        id="what began on a day and is told as over is of that day",
    ),
    pytest.param(
        "Gunmen attacked a hotel in Kolm on Monday, killing 23 people. Troops stormed the hotel on Tuesday, killing "
        "three gunmen. The MLF claimed responsibility for the attack.",
        ["2024-05-06", "2024-05-07", "2024-05-06"],
        id="responsibility is claimed for the deed that the noun names",
    ),
    pytest.param(
        "Gunmen shot dead four men in Kolm on Tuesday night, police said on Thursday. When police arrived around "
        "10 p.m., they found four men shot dead in a car.",
        ["2024-05-07", "2024-05-07"],
        id="a mere time of day is of the day of its story",
    ),
    pytest.param(
        "Gunmen shot dead four men in Kolm. A guard was shot dead around 10 p.m. near the mill.",
        ["2024-05-10", "2024-05-10"],
        id="a mere time of day is of the day of print where no story names one",
    ),
    pytest.param(
        "Police arrested two men on Thursday in the shooting that wounded a guard in Kolm.",
        ["2024-05-09", "not after 2024-05-09"],
        id="an arrest lends its day to no deed",
    ),
    pytest.param(
        "The mayor on Thursday toured the site of an air strike that killed nine people in Kolm.",
        ["not after 2024-05-09"],
        id="who goes to see where it was done goes later",
    ),
    pytest.param(
        "Hundreds gathered on Thursday at the site of the bombing in Kolm. Nine people were killed.",
        ["not after 2024-05-09", "not after 2024-05-09"],
        id="the day of a visit is not where the story stands",
    ),
    pytest.param(
        "Three days after a bombing that killed nine people in Kolm, gunmen on Monday wounded two guards in Dolvi.",
        ["2024-05-03", "2024-05-06"],
        id="what a preposition in front brings lies before",
    ),
    pytest.param(
        "The raid on Kolm killed nine people just days before the beginning of Ramadan.",
        ["not after 2024-05-10"],
        id="what only came before a time has not its days",
    ),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_a_claim_has_the_day_that_its_words_or_its_story_give(told: Told, text: str, expected: list[str]) -> None:
    assert [days(c.days) for c in told(text)] == expected


def test_a_date_taken_from_the_narration_says_so(told: Told) -> None:
    claim = told("Yesterday morning gunmen stopped a bus near Kolm. Two passengers were killed by the gunmen.")[-1]
    notes = [n for n in claim.notes if n.field == "when"]
    assert [(n.rule, n.text) for n in notes] == [("code:narration", "the story stands at 'Yesterday morning'")]
    assert claim.date_basis == "Yesterday morning"


def test_a_stretch_of_days_has_the_precision_of_the_stretch(told: Told) -> None:
    (claim,) = told("Nine people were killed by shells in Kolm between 3 and 7 May.")
    assert claim.date_precision == 2


@pytest.mark.parametrize(
    "text",
    [
        "Shortly before 4 p.m. on Sunday, 5 May, shells killed three people in Dolvi.",
        "Before dawn on 5 May a bomb killed three people in Dolvi.",
        "Shells killed three people in Dolvi on 5 May.\n\nMira, born on 3 March 2019, was a martyr, the VMC said.",
    ],
)
def test_an_hour_dates_its_day_and_a_birthday_nothing(told: Told, text: str) -> None:
    days = {claim.days.start for claim in told(text) if claim.days and claim.days.start}
    assert days == {date(2024, 5, 5)}
