"""What people say of the plans: their accounts, decisions on findings, corrections, answers about versions, plans taken back."""
