// An invented story in two versions, written for this page: an agency's copy and what a local site made of it. It
// shows every class of difference once or more.

export const before = `North Coast | Environment

Islanders vote to move a lighthouse before the sea does

Credit: Ada Lindqvist / Kestrel Press

Updated 9:40 a.m. Thursday

HALVORSUND (Kestrel) — The 2,400 residents of Halvorsund have voted to move their lighthouse 70 metres inland, stone by stone, before the cliff beneath it gives way.

“We will never abandon the keepers who served here,” said Mayor Ingrid Solheim, who led the campaign. “A light that has stood for 180 years can stand for another hundred.”

The work will cost 3.2 million crowns, of which the county pays half. The rest comes from donations, a lottery, and the sale of the old ferry landing. Engineers expect to begin on 5 May and to finish before the autumn storms.

Erosion has taken eleven metres of the headland since 1998. Geologist Per Dahlgren, who measures the cliff every spring, said the loss had doubled in the last decade. He put it down to milder winters, which leave the shore without the ice that once broke the waves.

The lighthouse was built in 1846 from granite shipped across the strait. Its lamp burned whale oil, then paraffin, and was the last on the coast to be run by hand.

Not everyone is pleased. Fishermen fear that the cranes will close the harbour in the best weeks of the herring season, and the owner of the only hotel asked who would pay for her empty rooms.

Harbour master Tveit Sigrid promised that the quay would stay open. She said that boats, nets and crews would come first.

The vote was close: 812 were in favour and 790 against. Turnout was the highest since the referendum on the bridge.

The council hopes to organise guided walks while the tower is taken apart. Every stone will be numbered, photographed and laid out on the football pitch.

A similar plan failed further south. There, the tower was lost in a single night.

The bridge to the mainland, promised four times in thirty years, was not on the ballot.`;

export const after = `Islanders vote to move a lighthouse before the sea does

Updated 11:15 a.m. Thursday

HALVORSUND - The 2,600 residents of Halvorsund have voted to move their lighthouse 70 metres inland, stone by stone, before the cliff beneath it gives way.

"We will not abandon the keepers who served here," said mayor Ingrid Solheim, who led the campaign. "A light that has stood for 180 years can stand for another hundred."

The lighthouse was built in 1846 from granite shipped across the strait. Its lamp burned whale oil, then paraffin, and was the last on the coast to be run by hand.

The work will cost 3.5 million crowns, of which the county pays half. The rest comes from donations, a lottery and the sale of the old ferry landing.  Engineers expect to begin on 5 May and not to finish before the autumn storms.

Erosion has taken eleven metres of the headland since 1998. Geologist Per Lundgren, who measures the cliff every spring, said the loss had doubled in the last decade.

Not everyone is pleased. Fishermen fear that the cranes will close the harbour in the best weeks of the herring season, and the owner of the only hotel wants to know how she is meant to fill her rooms.

Harbour master Sigrid Tveit promised that the quay would stay open. She said that nets, boats and crews would come first. The first crane arrives by barge next week.

The vote was close: 812 were in favour and 790 against.

Turnout was the highest since the referendum on the bridge.

The council hopes to organize guided walks while the tower is taken apart. Every stone will be numbered, photographed and laid out on the football pitch. A similar plan failed further south. There, the tower was lost in a single night.

Visitors can follow the work from a platform that the school's pupils are building this month.

Share this story

Leave a comment

Recent posts`;
