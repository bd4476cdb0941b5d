//! ACLED's event types and sub-types (codebook of 2023), and how a clause decides between them.

/// One of ACLED's 25 sub-types; its number is its place in [`SUB_TYPES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SubType(u8);

const BATTLES: &str = "Battles";
const REMOTE: &str = "Explosions/Remote violence";
const CIVILIANS: &str = "Violence against civilians";
const PROTESTS: &str = "Protests";
const RIOTS: &str = "Riots";
const STRATEGIC: &str = "Strategic developments";

/// Type and sub-type, in the codebook's order.
const SUB_TYPES: [(&str, &str); 25] = [
    (BATTLES, "Armed clash"),
    (BATTLES, "Government regains territory"),
    (BATTLES, "Non-state actor overtakes territory"),
    (REMOTE, "Chemical weapon"),
    (REMOTE, "Air/drone strike"),
    (REMOTE, "Suicide bomb"),
    (REMOTE, "Shelling/artillery/missile attack"),
    (REMOTE, "Remote explosive/landmine/IED"),
    (REMOTE, "Grenade"),
    (CIVILIANS, "Sexual violence"),
    (CIVILIANS, "Attack"),
    (CIVILIANS, "Abduction/forced disappearance"),
    (PROTESTS, "Peaceful protest"),
    (PROTESTS, "Protest with intervention"),
    (PROTESTS, "Excessive force against protesters"),
    (RIOTS, "Violent demonstration"),
    (RIOTS, "Mob violence"),
    (STRATEGIC, "Agreement"),
    (STRATEGIC, "Arrests"),
    (STRATEGIC, "Change to group/activity"),
    (STRATEGIC, "Disrupted weapons use"),
    (STRATEGIC, "Headquarters or base established"),
    (STRATEGIC, "Looting/property destruction"),
    (STRATEGIC, "Non-violent transfer of territory"),
    (STRATEGIC, "Other"),
];

impl SubType {
    pub const ARMED_CLASH: SubType = SubType(0);
    pub const GOVERNMENT_REGAINS: SubType = SubType(1);
    pub const NON_STATE_OVERTAKES: SubType = SubType(2);
    pub const CHEMICAL: SubType = SubType(3);
    pub const AIR_STRIKE: SubType = SubType(4);
    pub const SHELLING: SubType = SubType(6);
    pub const EXPLOSIVE_DEVICE: SubType = SubType(7);
    pub const ATTACK: SubType = SubType(10);
    pub const AGREEMENT: SubType = SubType(17);

    /// The sub-type of this name, written as the codebook writes it.
    pub fn named(name: &str) -> Option<SubType> {
        let at = SUB_TYPES.iter().position(|&(_, sub)| sub == name)?;
        Some(SubType(at as u8))
    }

    pub fn event_type(self) -> &'static str {
        SUB_TYPES[self.0 as usize].0
    }

    pub fn name(self) -> &'static str {
        SUB_TYPES[self.0 as usize].1
    }

    /// Everything but strategic developments: what people are killed and hurt in.
    pub fn is_violence(self) -> bool {
        self.event_type() != STRATEGIC
    }

    pub fn is_battle(self) -> bool {
        self.event_type() == BATTLES
    }

    pub fn is_remote(self) -> bool {
        self.event_type() == REMOTE
    }

    /// A protest that nobody acts against.
    pub fn is_protest(self) -> bool {
        self == SubType(12)
    }

    pub fn is_takeover(self) -> bool {
        self == SubType::GOVERNMENT_REGAINS || self == SubType::NON_STATE_OVERTAKES
    }
}

/// The event type that a sub-type belongs to, both written as the codebook writes them.
pub fn event_type(sub_type: &str) -> Option<&'static str> {
    SubType::named(sub_type).map(SubType::event_type)
}

/// The names of all sub-types, for the check of the trigger list.
#[cfg(test)]
pub fn names() -> impl Iterator<Item = &'static str> {
    SUB_TYPES.iter().map(|&(_, name)| name)
}

/// What a trigger says: a sub-type, or a family between whose members the clause decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    Is(SubType),
    /// The weapon decides, else it is shelling.
    Strike,
    /// The weapon or the victims decide, else it is an armed clash.
    Attack,
    /// The weapon decides, else it is an explosive device.
    Blast,
    /// Who took the place decides.
    Territory,
    /// The weapon or the victims decide, else it is an attack on civilians.
    Kill,
}

impl Code {
    /// Reads the first cell of a trigger's row.
    pub fn named(name: &str) -> Option<Code> {
        Some(match name {
            "strike" => Code::Strike,
            "attack" => Code::Attack,
            "blast" => Code::Blast,
            "territory" => Code::Territory,
            "kill" => Code::Kill,
            _ => Code::Is(SubType::named(name)?),
        })
    }

    /// Strikes, attacks and blasts of every kind.
    pub fn is_attack(self) -> bool {
        match self {
            Code::Is(sub) => sub.is_remote(),
            Code::Strike | Code::Attack | Code::Blast => true,
            Code::Territory | Code::Kill => false,
        }
    }

    /// Clashes, battles and the taking of places.
    pub fn is_battle(self) -> bool {
        matches!(self, Code::Territory) || matches!(self, Code::Is(sub) if sub.is_battle())
    }

    /// Whether a trigger of this kind may speak of an event of that sub-type told before.
    pub fn may_mean(self, told: SubType) -> bool {
        match self {
            Code::Is(sub) if sub == SubType::ARMED_CLASH => told.is_battle(),
            Code::Is(sub) => sub == told,
            Code::Strike | Code::Blast => told.is_remote(),
            Code::Attack => told.is_battle() || told.is_remote() || told == SubType::ATTACK,
            Code::Territory => told.is_takeover(),
            Code::Kill => told.is_violence(),
        }
    }
}

/// What the clause says beside its trigger.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances {
    pub weapon: Option<SubType>,
    /// Civilians or civilian buildings are hit.
    pub civilians: bool,
    /// The government or who fights beside it took the place.
    pub government: bool,
}

/// The sub-type of a trigger in its circumstances.
pub fn decide(code: Code, told: Circumstances) -> SubType {
    match code {
        Code::Is(sub) => sub,
        Code::Strike => told.weapon.unwrap_or(SubType::SHELLING),
        Code::Blast => match told.weapon {
            Some(SubType::SHELLING) | None => SubType::EXPLOSIVE_DEVICE,
            Some(weapon) => weapon,
        },
        Code::Territory if told.government => SubType::GOVERNMENT_REGAINS,
        Code::Territory => SubType::NON_STATE_OVERTAKES,
        Code::Attack | Code::Kill => match told.weapon {
            Some(weapon) => weapon,
            None if told.civilians || code == Code::Kill => SubType::ATTACK,
            None => SubType::ARMED_CLASH,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbered_sub_types_are_those_meant() {
        assert_eq!(
            SubType::SHELLING.name(),
            "Shelling/artillery/missile attack"
        );
        assert_eq!(
            SubType::EXPLOSIVE_DEVICE.name(),
            "Remote explosive/landmine/IED"
        );
        assert_eq!(SubType::ATTACK.name(), "Attack");
        assert_eq!(SubType::AGREEMENT.name(), "Agreement");
        assert!(SubType::named("Peaceful protest").is_some_and(SubType::is_protest));
        assert_eq!(SubType::named("Other"), Some(SubType(24)));
        assert_eq!(SubType(24).event_type(), "Strategic developments");
    }

    #[test]
    fn the_clause_decides_within_a_family() {
        let with = |weapon| Circumstances {
            weapon,
            ..Circumstances::default()
        };
        assert_eq!(decide(Code::Strike, with(None)), SubType::SHELLING);
        assert_eq!(
            decide(Code::Attack, with(Some(SubType::AIR_STRIKE))),
            SubType::AIR_STRIKE
        );
        assert_eq!(
            decide(Code::Blast, with(Some(SubType::SHELLING))),
            SubType::EXPLOSIVE_DEVICE
        );
        let civilians = Circumstances {
            civilians: true,
            ..Circumstances::default()
        };
        assert_eq!(decide(Code::Attack, civilians), SubType::ATTACK);
        assert_eq!(
            decide(Code::Territory, with(None)),
            SubType::NON_STATE_OVERTAKES
        );
    }
}
