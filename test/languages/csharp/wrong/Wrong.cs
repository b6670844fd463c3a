class Wrong
{
    public Wrong(string scope, string 2)
    {
    }
}
